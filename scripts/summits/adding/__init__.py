"""Adding a record: names that people type become ids, and an annotated record goes to its place in the file."""
