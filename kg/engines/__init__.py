"""Engines that annotate reports: in this process, in several, or on a cluster."""
