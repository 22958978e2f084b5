"""Read who the actor is and enter their rows, in one statement, under the same row-level security as everyone."""

from django.db import migrations

from sala.infra.tenancy import SETTINGS_SQL

# The person is entered first: that makes their own post visible, and the post names the agency to enter.
_ENTER_PERSON = SETTINGS_SQL.format(agency="''", person="opened.person_id::text")
_ENTER_AGENCY = SETTINGS_SQL.format(agency="coalesce(held.agency, '')", person="opened.person_id::text")

_RESOLVE = """
CREATE FUNCTION identity_resolve(
    given bytea, moment timestamptz, today date, idle interval, touch_every interval,
    OUT session uuid, OUT person uuid, OUT agency varchar, OUT unit varchar, OUT role varchar,
    OUT actions varchar[], OUT services varchar[], OUT identity_level smallint, OUT authentication_level smallint
) RETURNS SETOF record LANGUAGE plpgsql AS $$
DECLARE
    opened record;
    held record;
BEGIN
    SELECT s.* INTO opened FROM identity_session s JOIN identity_account a ON a.id = s.account_id
        WHERE s.digest = given AND s.ended_at IS NULL AND a.suspended_at IS NULL
        AND moment < s.ends_at AND moment < s.seen_at + idle;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM <enter person>;
    SELECT p.agency, p.unit, p.role INTO held FROM identity_post p
        WHERE p.id = opened.post_id AND p.held_from <= today AND (p.held_until IS NULL OR today < p.held_until);
    PERFORM <enter agency>;
    SELECT coalesce(array_agg(g.action), '{}'), coalesce(array_agg(g.service), '{}') INTO actions, services
        FROM identity_grant g WHERE g.post_id = opened.post_id AND g.agency = held.agency;
    IF opened.seen_at < moment - touch_every THEN
        UPDATE identity_session s SET seen_at = moment WHERE s.id = opened.id;
    END IF;
    session := opened.id;
    person := opened.person_id;
    agency := held.agency;
    unit := held.unit;
    role := held.role;
    identity_level := opened.identity_level;
    authentication_level := opened.authentication_level;
    RETURN NEXT;
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("identity", "0001_initial")]

    operations = [
        migrations.RunSQL(
            _RESOLVE.replace("<enter person>", _ENTER_PERSON).replace("<enter agency>", _ENTER_AGENCY),
            reverse_sql="DROP FUNCTION identity_resolve",
        ),
    ]
