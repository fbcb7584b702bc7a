"""Annotate reports: mentions and facts with offsets, each with the rule or model that found it."""
