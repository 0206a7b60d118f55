"""What `FindQuotations` is made of: marks, utterances, dashes, thoughts, writing."""
