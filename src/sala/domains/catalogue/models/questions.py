"""
What people asked and did not find, and which first answers they called wrong.

No row belongs to a person or an agency, so none is hidden: a question is its words, the language and how often on which day.
"""

from django.db import models
from django.db.models import Q


class Question(models.Model):
    """The words of a question, without what could name a person. `settled_on` is the day somebody last dealt with it."""

    id = models.BigAutoField(primary_key=True)
    text = models.CharField(max_length=100)
    lang = models.CharField(max_length=2)
    settled_on = models.DateField(null=True)

    class Meta:
        db_table = "catalogue_question"
        constraints = [
            models.UniqueConstraint(name="catalogue_question_once", fields=["text", "lang"]),
            models.CheckConstraint(name="catalogue_question_says_something", condition=~Q(text="")),
        ]


class QuestionDay(models.Model):
    """How often a question found no good answer on one day."""

    id = models.BigAutoField(primary_key=True)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, db_index=False)
    day = models.DateField(db_index=True)
    times = models.IntegerField()

    class Meta:
        db_table = "catalogue_question_day"
        constraints = [
            models.UniqueConstraint(name="catalogue_question_day_once", fields=["question", "day"]),
            models.CheckConstraint(name="catalogue_question_day_asked", condition=Q(times__gt=0)),
        ]


class WrongAnswer(models.Model):
    """
    One first answer that somebody called wrong. `id` comes with the form, so that a form sent twice reports once.

    `first` and `chosen` name a service, or a moment of life after `life-event:`. `chosen` is null until the person says, and
    empty for none of those found.
    """

    id = models.UUIDField(primary_key=True)
    question = models.ForeignKey(Question, on_delete=models.CASCADE)
    day = models.DateField(db_index=True)
    first = models.CharField(max_length=80)
    chosen = models.CharField(max_length=80, null=True)

    class Meta:
        db_table = "catalogue_wrong_answer"
