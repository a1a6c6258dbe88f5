// The least that a program can do to send one request: what the start of the action is compared with.
import { get } from 'node:http'

get(process.env['BENCH_URL'] ?? '', (response) => response.resume())
