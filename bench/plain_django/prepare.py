"""Make the applicants, sign each in, and print their session keys. Run as `python -m plain_django.prepare 40`."""

import json
import sys

import django


def main(count: int) -> None:
    """Make so many users and a session for each, as `django.test.Client.force_login` does."""
    django.setup()
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore

    keys = []
    for index in range(count):
        user = User(username=f"applicant-{index}", first_name="ทดสอบ", last_name=f"ตัวอย่าง{index}")
        user.set_unusable_password()
        user.save()
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
        keys.append(session.session_key)
    print(json.dumps(keys))


if __name__ == "__main__":
    main(int(sys.argv[1]))
