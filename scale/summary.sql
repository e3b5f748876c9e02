-- The lines of gather's summary.ndjson, counted once more: by DuckDB and by Spark, in one text. Each engine's script makes three views
-- first: `records` (the assessments in the bundles), `verdicts` and `basis` (the files beside them).
--
-- This counts by itself: which tasks are in a unit's scope by the directive and by its own word; what each answer says; which steps
-- are done and which are overdue; a file that came twice, a unit that reports in parts. It takes from gather which assessment
-- counts and whose it is: those rules stand in Rust alone (`gathering::standing`), and have their tests there.
WITH
counted AS (
    SELECT each.sha256, each.index AS place, each.unit, each.group AS unit_group, each.rosterId AS roster_id
    FROM (SELECT explode(assessments) AS each FROM verdicts) AS every
    WHERE each.verdict = 'counts'
),

-- Whatever is in a bundle has the digest that it names: gather refuses what has not.
assessment AS (
    SELECT counted.unit, counted.sha256, counted.place, records.assessment
    FROM counted
    JOIN records ON records.sha256 = counted.sha256 AND records.place = counted.place
),

-- What Rust calls white space (the file's reader refuses other controls), as a table of one line.
blank AS (
    SELECT url_decode(
        '%09%0A%0D%20%C2%85%C2%A0%E1%9A%80%E2%80%80%E2%80%81%E2%80%82%E2%80%83%E2%80%84%E2%80%85%E2%80%86'
        || '%E2%80%87%E2%80%88%E2%80%89%E2%80%8A%E2%80%A8%E2%80%A9%E2%80%AF%E2%81%9F%E3%80%80'
    ) AS letters
),

-- A file that came twice is in the bundles twice, and says the same.
answer AS (
    SELECT DISTINCT
        unit,
        sha256,
        place,
        each.key AS requirement,
        each.value.status AS status,
        translate(coalesce(each.value.limitations, ''), blank.letters, '') <> '' AS has_limitations,
        each.value.nextSteps AS next_steps
    FROM (SELECT unit, sha256, place, explode(map_entries(assessment.answers)) AS each FROM assessment) AS every
    CROSS JOIN blank
),

-- A day is yyyy-mm-dd, is in the calendar, and is not before 1900, as the product has it (nor after 2199, but nothing that late is
-- overdue). Whatever else stands there is none.
step AS (
    SELECT
        unit,
        requirement,
        coalesce(each.doneAt, '') <> '' AS is_done,
        CASE
            WHEN translate(each.due, '0123456789', '9999999999') = '9999-99-99'
                AND each.due >= '1900'
            THEN try_cast(each.due AS DATE)
        END AS due
    FROM (SELECT unit, requirement, explode(next_steps) AS each FROM answer) AS every
),

steps AS (
    SELECT
        unit,
        requirement,
        count(*) AS steps,
        count(*) FILTER (WHERE is_done) AS done,
        count(*) FILTER (WHERE NOT is_done AND due < CAST(basis.cutOff AS DATE)) AS overdue
    FROM step
    CROSS JOIN basis
    GROUP BY unit, requirement
),

task AS (
    SELECT each.id, each.roles, each.requirements
    FROM (SELECT explode(directive.tasks) AS each FROM basis) AS every
),

role AS (
    SELECT task, each.role, each.units
    FROM (SELECT id AS task, explode(roles) AS each FROM task) AS every
),

executed AS (
    SELECT DISTINCT task FROM role WHERE role = 'executes'
),

named AS (
    SELECT DISTINCT task, roster_id
    FROM (SELECT task, explode(units) AS roster_id FROM role) AS every
),

opted_in AS (
    SELECT DISTINCT unit, task
    FROM (SELECT unit, explode(assessment.optedIn) AS task FROM assessment) AS every
),

reporting AS (
    SELECT DISTINCT unit, unit_group, roster_id FROM counted
),

-- The directive names no unit by an empty id.
concerned AS (
    SELECT reporting.unit, reporting.unit_group, task.requirements
    FROM reporting
    CROSS JOIN task
    LEFT JOIN executed ON executed.task = task.id
    LEFT JOIN named ON named.task = task.id AND named.roster_id = reporting.roster_id AND reporting.roster_id <> ''
    LEFT JOIN opted_in ON opted_in.task = task.id AND opted_in.unit = reporting.unit
    WHERE executed.task IS NOT NULL OR named.task IS NOT NULL OR opted_in.task IS NOT NULL
),

asked AS (
    SELECT unit, unit_group, each.id AS requirement
    FROM (SELECT unit, unit_group, explode(requirements) AS each FROM concerned) AS every
),

-- Of each unit and each requirement in its scope, one line.
said AS (
    SELECT
        asked.requirement,
        asked.unit_group,
        coalesce(answer.status, 'unanswered') AS status,
        coalesce(answer.has_limitations, FALSE) AS has_limitations,
        coalesce(steps.steps, 0) AS steps,
        coalesce(steps.done, 0) AS done,
        coalesce(steps.overdue, 0) AS overdue
    FROM asked
    LEFT JOIN answer ON answer.unit = asked.unit AND answer.requirement = asked.requirement
    LEFT JOIN steps ON steps.unit = asked.unit AND steps.requirement = asked.requirement
)

-- Whoever says that a requirement is not its own is in no other number of it.
SELECT
    requirement,
    unit_group AS group,
    count(*) FILTER (WHERE status <> 'outOfScope') AS inScope,
    count(*) FILTER (WHERE status = 'done') AS done,
    count(*) FILTER (WHERE status = 'inProgress') AS inProgress,
    count(*) FILTER (WHERE status = 'notStarted') AS notStarted,
    count(*) FILTER (WHERE status = 'unanswered') AS unanswered,
    count(*) FILTER (WHERE status = 'outOfScope') AS outOfScope,
    count(*) FILTER (WHERE status <> 'outOfScope' AND has_limitations) AS limitations,
    coalesce(sum(steps) FILTER (WHERE status <> 'outOfScope'), 0) AS steps,
    coalesce(sum(done) FILTER (WHERE status <> 'outOfScope'), 0) AS stepsDone,
    coalesce(sum(overdue) FILTER (WHERE status <> 'outOfScope'), 0) AS stepsOverdue
FROM said
GROUP BY requirement, unit_group
ORDER BY requirement, unit_group
