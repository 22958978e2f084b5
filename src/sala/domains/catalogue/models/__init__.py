"""Tables of the catalogue."""

from .checklists import Mark
from .editing import Comment, Draft, Edition, FolderEdition
from .questions import Question, QuestionDay, WrongAnswer

__all__ = ["Comment", "Draft", "Edition", "FolderEdition", "Mark", "Question", "QuestionDay", "WrongAnswer"]
