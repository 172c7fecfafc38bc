// Peer runs DuckDB for the benchmark: each line that comes in is a query as a JSON
// string, each that goes out says how long it took, with its rows as texts.
import { createInterface } from "node:readline";
import { DuckDBInstance } from "@duckdb/node-api";

const db = await (await DuckDBInstance.create(":memory:")).connect();
for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const start = process.hrtime.bigint();
    const read = await db.runAndReadAll(JSON.parse(line));
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    answer = { ms, rows: read.getRows().map((row) => row.map(String)) };
  } catch (e) {
    answer = { error: String(e) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
