// Sends one request with as little code as possible; the start of the action is compared with it.
import { get } from 'node:http'

get(process.env['BENCH_URL'] ?? '', (response) => response.resume())
