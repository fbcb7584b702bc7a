"""Train a pipeline of names on marked-up reports, and on reports that the rules have labelled."""

from kg.train.run import Trained, train

__all__ = ["Trained", "train"]
