"""What readers take with them: the record in open formats, and a static API. Pure: a data set in, files out."""
