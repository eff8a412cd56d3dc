// The core of `recsys-eval report` as a DuckDB query, to compare times: KPIs, guardrails, latency quantiles and NDCG@10 of all
// exposures and of every tenant_id x surface, repeated request ids dropped ("dedupe") or kept ("plain").
//   npm install @duckdb/node-api@1.5.6-r.1
//   node duckdb.mjs FOLDER dedupe|plain [THREADS]
import { DuckDBInstance } from '@duckdb/node-api';

const [folder, mode = 'dedupe', threads = '2'] = process.argv.slice(2);
const database = await DuckDBInstance.create(':memory:', { threads });
const connection = await database.connect();

const lines = (file, columns) => `read_json('${folder}/${file}.jsonl', format = 'newline_delimited', columns = {${columns}})`;
const exposures = lines(
  'exposures',
  `request_id: 'VARCHAR', latency_ms: 'DOUBLE', error: 'BOOLEAN', context: 'STRUCT(tenant_id VARCHAR, surface VARCHAR)',
   items: 'STRUCT(item_id VARCHAR, rank INTEGER)[]'`,
);
const outcomes = lines('outcomes', `request_id: 'VARCHAR', item_id: 'VARCHAR', event_type: 'VARCHAR', value: 'DOUBLE'`);
const distinct = mode === 'dedupe' ? 'QUALIFY row_number() OVER (PARTITION BY request_id) = 1' : '';

const result = await connection.runAndReadAll(`
  WITH reaction AS (
    SELECT request_id, list(DISTINCT item_id) AS relevant, count(*) AS outcomes,
      count_if(event_type = 'click') AS clicks, count_if(event_type = 'conversion') AS conversions,
      coalesce(sum(value) FILTER (event_type = 'conversion'), 0) AS revenue
    FROM ${outcomes} GROUP BY request_id),
  shown AS (SELECT * FROM ${exposures} ${distinct}),
  joined AS (
    SELECT context.tenant_id AS tenant, context.surface AS surface, latency_ms, error, len(items) AS listed,
      outcomes, clicks, conversions, revenue,
      CASE WHEN relevant IS NULL THEN 0 ELSE
        coalesce(list_sum([CASE WHEN list_contains(relevant, entry.item_id) AND entry.rank <= 10 THEN 1 / log2(entry.rank + 1) ELSE 0 END
                           FOR entry IN items]), 0)
        / list_sum([1 / log2(rank + 1) FOR rank IN range(1, 1 + least(10, len(relevant)))]) END AS ndcg
    FROM shown LEFT JOIN reaction USING (request_id))
  SELECT tenant, surface, count(*) AS exposures, count(outcomes) / count(*) AS join_rate, sum(clicks) / count(*) AS ctr,
    sum(conversions) / count(*) AS conversion_rate, sum(revenue) / count(*) AS revenue_per_exposure,
    count_if(listed = 0) / count(*) AS empty_rate, count_if(error) / count(*) AS error_rate, avg(ndcg) AS ndcg,
    quantile_disc(latency_ms, [0.5, 0.95, 0.99]) AS latency
  FROM joined GROUP BY GROUPING SETS ((), (tenant, surface)) ORDER BY tenant NULLS FIRST, surface`);
const rows = result.getRowObjectsJson();
console.log(rows.length, JSON.stringify(rows[0]));
