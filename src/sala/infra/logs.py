"""Logs as one JSON object a line: the request id ties lines together, and nothing personal stands in them."""

import json
import logging
from datetime import UTC, datetime

_FIELDS = ("request_id", "method", "route", "status", "ms", "job", "queue")


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON with its known extra fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Render the record; a trace is kept under `trace`."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        line.update({name: getattr(record, name) for name in _FIELDS if hasattr(record, name)})
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def configuration(level: str) -> dict[str, object]:
    """Give the logging configuration for one process: everything to standard error as JSON lines."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "sala.infra.logs.JsonLines"}},
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["lines"], "level": level},
        "loggers": {
            "django": {"handlers": ["lines"], "level": "WARNING", "propagate": False},
            "procrastinate": {"handlers": ["lines"], "level": "WARNING", "propagate": False},
        },
    }
