"""What is done to a built site, whichever site builder made it: pure functions from the text of a page to its text."""
