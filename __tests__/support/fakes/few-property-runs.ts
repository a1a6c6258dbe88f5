import fc from 'fast-check'

// A mutant that a property kills at all it kills early; a hundred runs for each of thousands of mutants take hours.
fc.configureGlobal({ numRuns: 20 })
