// ClickHouse's HTTP interface over the engine in the package chdb, as far as its JDBC driver uses it. For tests: where
// no server can be installed, this is the real engine behind the real driver.
//
//   node bridge.mjs DATA    prints its port, serves 127.0.0.1, and ends when its standard input does
//
// The engine reads files (icebergLocal) below its working directory only.

import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { writeFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import chdb from 'chdb'

const data = process.argv[2]
const session = new chdb.Session(data)

// One engine, one session: requests take their turn.
let last = Promise.resolve()
const inTurn = (work) => {
  const turn = last.then(work)
  last = turn.catch(() => {})
  return turn
}

const bodyOf = async (request) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

// A streamed insert has its statement in the address and its rows in the body.
const insertRows = async (statement, rows) => {
  const [, target, format] = statement.match(/^\s*(INSERT\s+INTO\s+.+?)\s+FORMAT\s+(\w+)\s*$/is)
  const file = join(data, `${randomUUID()}.rows`)
  await writeFile(file, rows)
  try {
    return await session.queryAsync(`${target} SELECT * FROM file(${quoted(file)}, ${quoted(format)})`)
  } finally {
    await rm(file)
  }
}

const run = async (request, address) => {
  const body = await bodyOf(request)
  const statement = address.searchParams.get('query')
  const database = request.headers['x-clickhouse-database'] ?? address.searchParams.get('database') ?? 'default'
  const format = request.headers['x-clickhouse-format'] ?? 'TabSeparated'
  return inTurn(async () => {
    await session.queryAsync(`USE \`${database}\``)
    const result = statement && body.length
      ? await insertRows(statement, body)
      : await session.queryAsync(statement ?? body.toString('utf8'), { format })
    return { format, bytes: Buffer.from(result.bytes()) }
  })
}

const server = createServer(async (request, response) => {
  const address = new URL(request.url, 'http://127.0.0.1')
  const headers = {
    'X-ClickHouse-Query-Id': address.searchParams.get('query_id') ?? randomUUID(),
    'X-ClickHouse-Timezone': 'UTC',
  }
  try {
    const { format, bytes } = await run(request, address)
    // Gzip, which the driver takes in place of ClickHouse's own blocks (compress=1).
    response.writeHead(200, { ...headers, 'X-ClickHouse-Format': format, 'Content-Encoding': 'gzip' })
    response.end(gzipSync(bytes, { level: 1 }))
  } catch (error) {
    const code = /Code: (\d+)/.exec(error.message)?.[1] ?? '1002'
    response.writeHead(code === '81' || code === '60' ? 404 : 500, { ...headers, 'X-ClickHouse-Exception-Code': code })
    response.end(error.message)
  }
})

server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.stdin.resume().on('end', () => {
  server.closeAllConnections()
  server.close()
  last.finally(() => {
    session.close()
    process.exit(0)
  })
})
