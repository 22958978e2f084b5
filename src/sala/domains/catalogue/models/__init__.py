"""Tables of the catalogue."""

from .editing import Comment, Draft, Edition, FolderEdition
from .questions import Question, QuestionDay, WrongAnswer

__all__ = ["Comment", "Draft", "Edition", "FolderEdition", "Question", "QuestionDay", "WrongAnswer"]
