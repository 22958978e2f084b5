-- What the laws cost, by province and by tenth of the people by their household's income per head, on 31 December 2568 B.E. (2025).
-- Hand-written: ages are compared with days of birth, kin are joined by household and number, money is whole satang.
WITH people AS (
    SELECT *, household_id * 128 + number AS me, salary + fees AS income,
        CASE WHEN is_resident AND (born <= DATE '1961-01-01' OR is_disabled) THEN least(salary + fees, 19000000) ELSE 0 END AS exempt,
        (born > DATE '2005-01-01' OR (is_student AND born > DATE '2000-01-01')) AND income - exempt < 3000000 AS is_deductible,
        born <= DATE '1966-01-01' AND salary + fees <= 3000000 AS is_in_need
    FROM read_parquet($file)
),
homes AS (
    SELECT household_id, sum(income) / count(*) AS per_head, count(*) AS persons FROM people GROUP BY household_id
),
limits AS (
    SELECT approx_quantile(per_head, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) AS ends
    FROM (SELECT per_head, unnest(range(persons)) FROM homes)
),
of_children AS (
    SELECT parent,
        sum(amount) FILTER (is_deductible) AS for_resident,
        sum(amount) FILTER (is_deductible AND is_resident) AS for_others,
        count(*) FILTER (born > DATE '2020-01-01') AS young
    FROM (
        SELECT household_id * 128 + unnest([mother, father]) AS parent, is_deductible, is_resident, born,
            CASE WHEN born >= DATE '2018-01-01' AND birth_order >= 2 THEN 6000000 ELSE 3000000 END AS amount
        FROM people
        WHERE (mother > 0 OR father > 0) AND (is_deductible OR born > DATE '2020-01-01')
    )
    GROUP BY parent
),
supported AS (
    SELECT child.me,
        count(*) FILTER (child.supports_mother AND parent.number = child.mother)
        + count(*) FILTER (child.supports_father AND parent.number = child.father) AS parents
    FROM people child
    JOIN people parent ON parent.household_id = child.household_id AND parent.number IN (child.mother, child.father)
    WHERE (child.supports_mother OR child.supports_father) AND parent.is_in_need
    GROUP BY child.me
),
spouses AS (
    SELECT one.me, one.is_resident OR other.is_resident AS is_resident, coalesce(supported.parents, 0) AS parents
    FROM people one
    JOIN people other ON other.me = one.household_id * 128 + one.spouse
    LEFT JOIN supported ON supported.me = other.me
    WHERE one.is_married AND one.spouse > 0 AND other.income = 0
),
counted AS (
    SELECT people.*, homes.per_head, coalesce(of_children.young, 0) AS young,
        greatest(0, income - exempt - least((income - exempt + 1) // 2, 10000000) - 6000000
            - CASE WHEN spouses.is_resident THEN 6000000 ELSE 0 END
            - coalesce(CASE WHEN people.is_resident THEN of_children.for_resident ELSE of_children.for_others END, 0)
            - 3000000 * (coalesce(supported.parents, 0) + coalesce(spouses.parents, 0))
            - social_security_paid) AS net,
        CASE WHEN fees - exempt >= 12000000 THEN (fees - exempt + 100) // 200 ELSE 0 END AS least_tax
    FROM people
    JOIN homes USING (household_id)
    LEFT JOIN of_children ON of_children.parent = people.me
    LEFT JOIN supported ON supported.me = people.me
    LEFT JOIN spouses ON spouses.me = people.me
),
answers AS (
    SELECT province, per_head, income,
        greatest(
            (greatest(net - 15000000, 0) + greatest(net - 30000000, 0) + greatest(net - 50000000, 0) + greatest(net - 75000000, 0)
            + greatest(net - 100000000, 0) + greatest(net - 200000000, 0) + greatest(net - 500000000, 0)) // 20,
            CASE WHEN least_tax > 500000 THEN least_tax ELSE 0 END
        ) AS income_tax,
        CASE
            WHEN NOT (received_before_2566 OR (is_thai AND is_registered_in_area AND born <= DATE '1966-01-01'
                AND NOT receives_other_state_benefit AND has_confirmed)) THEN 0
            WHEN born <= DATE '1935-12-01' THEN 100000
            WHEN born <= DATE '1945-12-01' THEN 80000
            WHEN born <= DATE '1955-12-01' THEN 70000
            WHEN born <= DATE '1965-12-01' THEN 60000
            ELSE 0
        END AS old_age_allowance,
        CASE
            WHEN NOT (is_thai AND is_registered_in_area AND is_disabled AND NOT lives_in_state_home) THEN 0
            WHEN born > DATE '2008-01-01' THEN 100000
            ELSE 80000
        END AS disability_allowance,
        CASE
            WHEN is_thai AND born > DATE '2020-01-01' AND is_registered_for_newborn_grant AND NOT lives_in_state_home
                AND per_head <= 10000000 THEN 60000
            ELSE 0
        END AS newborn_grant,
        CASE WHEN insured_section IN (1, 2) AND months_paid_of_36 >= 12 AND claims_for_children THEN 100000 * least(young, 3) ELSE 0 END AS child_benefit
    FROM counted
)
SELECT province, 1 + len(list_filter(limits.ends, lambda one: per_head > one)) AS tenth,
    count(*) AS persons, sum(income_tax) AS income_tax, sum(old_age_allowance) AS old_age_allowance,
    sum(disability_allowance) AS disability_allowance, sum(newborn_grant) AS newborn_grant, sum(child_benefit) AS child_benefit,
    sum(income - income_tax + 12 * (old_age_allowance + disability_allowance + newborn_grant + child_benefit)) AS household_net
FROM answers, limits
GROUP BY ALL
ORDER BY ALL
