"""The site while it is served: a saved file shows on its pages at once, and pages that stay the same are kept."""
