"""Pictures of the record: SVG made at build time, every mark a named link, a table behind each."""
