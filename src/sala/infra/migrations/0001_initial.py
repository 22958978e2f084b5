from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="DataKey",
            fields=[
                ("subject", models.UUIDField(primary_key=True, serialize=False)),
                ("wrapped", models.BinaryField()),
                ("key_id", models.CharField(max_length=32)),
                ("made_at", models.DateTimeField()),
            ],
            options={"db_table": "infra_data_key"},
        ),
        migrations.CreateModel(
            name="KeptAnswer",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("body_digest", models.CharField(max_length=64)),
                ("status", models.SmallIntegerField()),
                ("location", models.TextField(blank=True)),
                ("content_type", models.CharField(blank=True, max_length=100)),
                ("body", models.BinaryField()),
                ("kept_until", models.DateTimeField(db_index=True)),
            ],
            options={"db_table": "infra_kept_answer"},
        ),
        migrations.CreateModel(
            name="RateWindow",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("count", models.IntegerField()),
                ("until", models.DateTimeField(db_index=True)),
            ],
            options={"db_table": "infra_rate_window"},
        ),
        migrations.RunSQL(
            "ALTER TABLE infra_rate_window SET UNLOGGED", reverse_sql="ALTER TABLE infra_rate_window SET LOGGED"
        ),
    ]
