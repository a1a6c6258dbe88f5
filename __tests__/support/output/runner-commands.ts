/** A line that the runner obeys instead of printing it. */
export type RunnerCommand = {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/**
 * Says whether the runner could take a line for a command. A model of the runner's parser (actions/runner, ActionCommand.cs),
 * stricter than it: any name counts, and an old command needs no closing bracket.
 */
export function isCommand(line: string): boolean {
  return readCommand(line) !== undefined || line.includes('##[')
}

/** Reads a command of the form `::name key=value,key=value::message`, as the runner does. */
export function readCommand(line: string): RunnerCommand | undefined {
  const text = line.trimStart()
  const end = text.indexOf('::', 2)
  if (!text.startsWith('::') || end === -1) return undefined
  const info = text.slice(2, end)
  const blank = info.indexOf(' ')
  const name = blank === -1 ? info : info.slice(0, blank)
  const pairs =
    blank === -1
      ? []
      : info
          .slice(blank + 1)
          .split(',')
          .filter((pair) => pair.includes('='))
  const properties = Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf('=')
      return [pair.slice(0, equals), decode(pair.slice(equals + 1))]
    }),
  )
  return { name, properties, message: decode(text.slice(end + 2)) }
}

function decode(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%')
}
