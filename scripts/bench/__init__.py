"""Measures how check and generation grow with the record, beside what site builders need for the same pages."""
