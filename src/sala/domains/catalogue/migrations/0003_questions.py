"""Questions without a good answer, and first answers called wrong."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0002_checklists")]

    operations = [
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("text", models.CharField(max_length=100)),
                ("lang", models.CharField(max_length=2)),
                ("settled_on", models.DateField(null=True)),
            ],
            options={
                "db_table": "catalogue_question",
                "constraints": [
                    models.UniqueConstraint(name="catalogue_question_once", fields=["text", "lang"]),
                    models.CheckConstraint(name="catalogue_question_says_something", condition=~Q(text="")),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuestionDay",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "question",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="catalogue.question"
                    ),
                ),
                ("day", models.DateField(db_index=True)),
                ("times", models.IntegerField()),
            ],
            options={
                "db_table": "catalogue_question_day",
                "constraints": [
                    models.UniqueConstraint(name="catalogue_question_day_once", fields=["question", "day"]),
                    models.CheckConstraint(name="catalogue_question_day_asked", condition=Q(times__gt=0)),
                ],
            },
        ),
        migrations.CreateModel(
            name="WrongAnswer",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "question",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="catalogue.question"),
                ),
                ("day", models.DateField(db_index=True)),
                ("first", models.CharField(max_length=80)),
                ("chosen", models.CharField(max_length=80, null=True)),
            ],
            options={"db_table": "catalogue_wrong_answer"},
        ),
    ]
