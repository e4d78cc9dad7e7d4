"""What each field and each permitted value means, and how often it stands in the record. Made from the models."""
