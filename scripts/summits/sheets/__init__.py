"""Fact sheets: a data set in, what a sheet says out, as a dictionary that is JSON; no files and no typesetting here."""
