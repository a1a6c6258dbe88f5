/** Project of the examples on the API page. */
export const DOCUMENTED_PROJECT = 'b384b9e9ab9b4ee8994c8633aabc9505'

/** Task IDs that the four examples query; the answer of the fourth has another ID. */
export const DOCUMENTED_IDS = /** @type {const} */ ([
  '008aae2e675d3bcb01675d3c66f20000',
  '008aae2e675d3bcb01675d3e6b960004',
  '008aae2e675d3bcb01675d40ab3f0005',
  '008aae2e675d3bcb01675d40ab3f0005',
])

const SOLUTION_IMPORTED = {
  endTime: 1543457514000,
  id: '008aae2e675d3bcb01675d3c66f20000',
  lastUpdate: 1543457514000,
  name: '从OBS路径[obs://aaaaa/traffic.zip]导入解决方案。',
  projectId: DOCUMENTED_PROJECT,
  startTime: 1543457499000,
  status: 'SUCCESSFUL',
  subtasks: [
    {
      id: '008aae2e675d3bcb01675d3c9f5f0002',
      lastUpdate: 1543457513000,
      name: '导入作业[job_batch]。',
      status: 'SUCCESSFUL',
      taskId: '008aae2e675d3bcb01675d3c66f20000',
    },
    {
      id: '008aae2e675d3bcb01675d3c9fdc0003',
      lastUpdate: 1543457513000,
      name: '导入作业[job_stream]。',
      status: 'SUCCESSFUL',
      taskId: '008aae2e675d3bcb01675d3c66f20000',
    },
  ],
}

const SOLUTION_UNREADABLE = {
  endTime: 1543457631000,
  id: '008aae2e675d3bcb01675d3e6b960004',
  lastUpdate: 1543457631000,
  message: '读取OBS文件[obs://aaaaa/traffic2.zip]失败。',
  name: '从OBS路径[obs://aaaaa/traffic2.zip]导入解决方案。',
  projectId: DOCUMENTED_PROJECT,
  startTime: 1543457631000,
  status: 'FAILED',
  subtasks: [],
}

const SOLUTION_NOT_STARTED = {
  endTime: 1543457794000,
  id: '008aae2e675d3bcb01675d40ab3f0005',
  lastUpdate: 1543457794000,
  name: '启动解决方案[traffic]',
  projectId: DOCUMENTED_PROJECT,
  startTime: 1543457778000,
  status: 'FAILED',
  subtasks: [
    {
      id: '008aae2e675d3bcb01675d40e8560006',
      lastUpdate: 1543457794000,
      name: '启动作业[job_batch]',
      status: 'FAILED',
      taskId: '008aae2e675d3bcb01675d40ab3f0005',
    },
  ],
}

const JOB_IMPORTED = {
  endTime: 1544777083000,
  id: '008aae2e67abe2ff0167abe3a28f0000',
  lastUpdate: 1544777083000,
  name: '从路径[obs://aaaaa/job_batch.zip]导入作业。',
  projectId: DOCUMENTED_PROJECT,
  startTime: 1544777081000,
  status: 'SUCCESSFUL',
  subtasks: [
    {
      id: '008aae2e67abe2ff0167abe3a7e70002',
      lastUpdate: 1544777083000,
      name: '导入作业[job_batch]。',
      status: 'SUCCESSFUL',
      taskId: '008aae2e67abe2ff0167abe3a28f0000',
    },
  ],
}

/** The answers of the four examples, in the order of the API page; the first one without its stray brace. */
export const DOCUMENTED_ANSWERS = /** @type {const} */ ([
  SOLUTION_IMPORTED,
  SOLUTION_UNREADABLE,
  SOLUTION_NOT_STARTED,
  JOB_IMPORTED,
])

/** The first example as it is printed: because of a stray brace it is not JSON. */
export const DOCUMENTED_IMPORT_AS_PRINTED = `{\n${JSON.stringify(SOLUTION_IMPORTED, null, 1)}`
  .replaceAll(/^ +/gm, '')
  .replaceAll('": ', '":')

/** The fifth example, sent with HTTP status 400. */
export const DOCUMENTED_NOT_FOUND = { error_code: 'DLF.0810', error_msg: 'Task does not exist' }
