/** The full SHA of a commit: 40 hexadecimal digits, or 64 in a repository that uses SHA-256. */
export const COMMIT_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i
