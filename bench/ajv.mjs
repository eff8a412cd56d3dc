// Validates lines with a compiled ajv schema, to compare times with `recsys-eval validate`; prints how many are valid and invalid.
//   npm install ajv@8.20.0 ajv-formats@3.0.1
//   node ajv.mjs SCHEMA.json FILE.jsonl
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [schema, file] = process.argv.slice(2);
const ajv = new Ajv();
addFormats(ajv);
const accepts = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
const counts = { valid: 0, invalid: 0 };
for await (const line of createInterface({ input: createReadStream(file, { highWaterMark: 1 << 20 }) })) {
  if (line === '') continue;
  try {
    counts[accepts(JSON.parse(line)) ? 'valid' : 'invalid']++;
  } catch {
    counts.invalid++;
  }
}
console.log(JSON.stringify(counts));
