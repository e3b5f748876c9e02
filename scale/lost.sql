-- How many assessments count by the verdicts and are in no bundle: none, or the numbers of summary.sql are too small. Over the same views.
SELECT count(*) AS lost
FROM (SELECT explode(assessments) AS each FROM verdicts) AS counted
LEFT JOIN (SELECT DISTINCT sha256, place FROM records) AS kept
    ON kept.sha256 = counted.each.sha256 AND kept.place = counted.each.index
WHERE counted.each.verdict = 'counts' AND kept.sha256 IS NULL
