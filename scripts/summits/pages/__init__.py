"""From a data set to the pages of the site. Nothing here reads or writes a file, but for the templates."""
