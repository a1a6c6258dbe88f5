export const id = 13;
export const ids = [13];
export const modules = {

/***/ 7476:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ untilSettled)
/* harmony export */ });
/* harmony import */ var _pauses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3998);

// As long as a wait without any answer goes on (docs/reference.md, "Passing faults").
const MAX_TRYING_MS = 120_000;
const MIN_PAUSE_MS = 500;
/**
 * Repeats an attempt while its fault may pass, for two minutes at most, and returns what the last one came to; nothing
 * where the run was cancelled before one that counts.
 *
 * @param passingFault says why another attempt may go better, nothing where none is to follow
 */
async function untilSettled(attempt, passingFault, { clock, random, cancelled, onPause }) {
    const deadlineMs = clock.now() + MAX_TRYING_MS;
    // Asked anew each time: an attempt may take long.
    const isCancelled = () => cancelled.aborted;
    for (let failures = 1; !isCancelled(); failures += 1) {
        const result = await attempt();
        const fault = passingFault(result);
        const leftMs = deadlineMs - clock.now();
        if (fault === undefined || leftMs <= 0)
            return result;
        if (isCancelled())
            break;
        const pauseMs = Math.min((0,_pauses_js__WEBPACK_IMPORTED_MODULE_0__/* .faultPauseMs */ .zw)(fault, failures, MIN_PAUSE_MS, random()), leftMs);
        onPause(result, pauseMs);
        await clock.sleep(pauseMs, cancelled);
    }
    return undefined;
}


/***/ }),

/***/ 6013:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  importJobs: () => (/* binding */ importJobs)
});

// EXTERNAL MODULE: ./src/core/text/duration.ts
var duration = __webpack_require__(2691);
// EXTERNAL MODULE: ./src/inputs/setup-error.ts
var setup_error = __webpack_require__(6463);
// EXTERNAL MODULE: ./src/core/report/messages.ts + 1 modules
var messages = __webpack_require__(3936);
// EXTERNAL MODULE: ./src/core/task/redact-answer.ts
var redact_answer = __webpack_require__(4255);
// EXTERNAL MODULE: ./src/core/wait/retry.ts
var retry = __webpack_require__(7476);
// EXTERNAL MODULE: ./src/core/text/markdown.ts
var markdown = __webpack_require__(8970);
// EXTERNAL MODULE: ./src/github/summary/summary-style.ts
var summary_style = __webpack_require__(9660);
;// CONCATENATED MODULE: ./src/github/import-report.ts


const HEADINGS = {
    started: 'DLF import started',
    'not-started': 'DLF import not started',
    unclear: 'DLF import: not known whether it was started',
};
const ICONS = { started: '✅', 'not-started': '⛔', unclear: '❓' };
const JOBS_STAY = 'same-name-policy is SKIP: a job that exists already under the same name stays as it is, and the import succeeds all the same.';
const MAX_PROBLEM = 4000;
/** Writes an outcome to every surface of the runner: the output, the job summary, and an annotation where it is red. */
async function publishImport(seen, runner) {
    // Escaping and cutting would hide a secret from the runner's own search for it.
    const outcome = 'problems' in seen
        ? { ...seen, problems: seen.problems.map(runner.redact) }
        : { ...seen, taskId: runner.redact(seen.taskId) };
    runner.setOutput('task-id', outcome.kind === 'started' ? outcome.taskId : '');
    if (outcome.kind === 'started') {
        runner.info(`Task ${outcome.taskId} was started: it imports ${outcome.path}.`);
        if (outcome.sameNamePolicy === 'SKIP')
            runner.info(JOBS_STAY);
    }
    await runner.writeSummary(importSummary(outcome));
    if (outcome.kind !== 'started')
        runner.error(outcome.problems.join('\n'), HEADINGS[outcome.kind]);
}
/** Writes the job summary of an import: what was imported and how, or why not. */
function importSummary(outcome) {
    const heading = (0,markdown.md) `## ${ICONS[outcome.kind]} ${HEADINGS[outcome.kind]}`;
    return (0,markdown/* blocks */.Bv)(heading, ...body(outcome)).markdown;
}
function body(outcome) {
    if (outcome.kind !== 'started') {
        return [(0,markdown/* list */.p_)(outcome.problems.map((problem) => (0,summary_style/* problemText */.fI)(problem, MAX_PROBLEM)))];
    }
    const { taskId, path, sameNamePolicy, targetStatus = '' } = outcome;
    const head = ['File', 'Same-name policy', 'Target status', 'Task'];
    return [
        (0,markdown/* table */.tp)(head, [[(0,markdown/* code */.aY)(path), sameNamePolicy, targetStatus, (0,markdown/* code */.aY)(taskId)]]),
        sameNamePolicy === 'SKIP' ? (0,markdown.md) `⚠️ ${JOBS_STAY}` : undefined,
    ];
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/huaweicloud/service/service-answer.ts + 1 modules
var service_answer = __webpack_require__(8116);
// EXTERNAL MODULE: ./src/huaweicloud/service/service-call.ts
var service_call = __webpack_require__(710);
// EXTERNAL MODULE: ./src/huaweicloud/service/service-request.ts
var service_request = __webpack_require__(9649);
;// CONCATENATED MODULE: ./src/huaweicloud/import-call.ts




/** What to do with a job that exists already under the name of one in the file. */
const SAME_NAME_POLICIES = ['SKIP', 'OVERWRITE'];
/** What an imported job is to be afterwards; needed where the workspace has reviews. */
const TARGET_STATUSES = ['SAVED', 'SUBMITTED', 'PRODUCTION'];
const started = dist/* object */.Ikc({ taskId: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9A-Za-z_-]{1,64}$/)) });
const KINDS = {
    connection: 'unclear',
    timeout: 'unclear',
    cut: 'unclear',
    'unexpected-body': 'unclear',
    'http-status': 'unclear',
    // Its head may have said 200.
    'too-large': 'unclear',
    throttled: 'not-taken',
    unauthorized: 'refused',
    forbidden: 'refused',
    'no-such-api': 'refused',
    rejected: 'refused',
    redirected: 'refused',
    'error-in-success': 'refused',
    'untrusted-certificate': 'refused',
    'proxy-refused': 'refused',
};
// The host was not found, or nobody took the connection: a request can't have been sent.
const NO_CONNECTION = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];
/** Creates the one call that starts an import. */
function createImportCall(settings, ports) {
    const call = (0,service_call/* createServiceCall */._)(ports);
    return async (body, signal) => {
        const operation = { method: 'POST', path: 'jobs/import', body: JSON.stringify(body) };
        const { answer } = await call((0,service_request/* serviceRequest */.R)(settings, operation), signal);
        return readStarted(answer);
    };
}
function readStarted(answer) {
    if (answer.kind !== 'success')
        return { kind: faultKind(answer.fault), fault: answer.fault };
    const { body, error, requestId } = answer;
    if (!dist.is(started, body))
        return { kind: 'unclear', fault: (0,service_answer/* unexpectedBody */.Eu)(error).fault };
    return { kind: 'started', taskId: body.taskId, ...(requestId !== undefined && { requestId }) };
}
function faultKind({ reason, detail }) {
    // Nothing was sent, or it was refused, and then there was no better key.
    if (detail === service_call/* NO_KEY_IN_TIME */.a)
        return 'not-taken';
    return reason === 'connection' && NO_CONNECTION.includes(detail) ? 'not-taken' : KINDS[reason];
}

// EXTERNAL MODULE: ./src/core/report/next-step.ts
var next_step = __webpack_require__(5376);
;// CONCATENATED MODULE: ./src/import-advice.ts


/** The run was cancelled before the service had taken anything. */
const CANCELLED_IN_TIME = 'Nothing was imported: this run was cancelled before the service had taken a request.';
const HOW_TO_FIND_OUT = 'Look in DataArts Factory, under the system tasks of its monitoring, for an import that began just now: if there is one, wait with its task id; if there is none, import again.';
// What a wait would check instead is of no use to whoever imports.
const INSTEAD = {
    'obs-file': 'Check path: the file must exist in a bucket of this region, be at most 10 MB, and be readable for this user.',
    'check-parameters': 'Check path and the other inputs of the import: one of them is not valid.',
    'check-request': 'Check path, workspace and project.',
    'check-place': 'Check path, workspace, project and region.',
};
/** Says in a few sentences why no import was started, or why that is not known, and what to check. */
function explainImport({ kind, fault }) {
    const seen = messages/* messages */.DZ.fault(fault);
    switch (kind) {
        case 'not-taken':
        case 'refused':
            return `Nothing was imported: ${seen}. ${advice(fault)}`;
        case 'unclear':
            return `It is not known whether the import was started: ${seen}. It may have been, so the request is not repeated. ${HOW_TO_FIND_OUT}`;
    }
}
/** Says that this action itself went wrong. */
function explainOwnFault(cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return `This action has a fault of its own: ${message}. Please report it; whether an import was started is not known. ${HOW_TO_FIND_OUT}`;
}
function advice(fault) {
    const step = (0,next_step/* nextStepAfter */.U)(fault);
    return INSTEAD[step] ?? messages/* messages */.DZ.words.nextSteps[step];
}

// EXTERNAL MODULE: ./src/inputs/connection.ts + 2 modules
var inputs_connection = __webpack_require__(1211);
;// CONCATENATED MODULE: ./src/core/text/json-fault.ts
const BLANKS = /[ \t\r\n]*/y;
const QUOTE = /"/y;
const CHARACTERS = /(?:[ !#-[\]-\u{10FFFF}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*/uy;
const NUMBER_OR_WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null/y;
const COLON = /:/y;
const COMMA = /,/y;
const OBJECT = { open: /\{/y, close: /\}/y };
const ARRAY = { open: /\[/y, close: /\]/y };
// No input of ours is nested deeper, and a stack of calls is not for ever.
const MAX_DEPTH = 100;
/**
 * Returns where a text stops being JSON (RFC 8259), as an offset; its length where the text ends too early. What
 * `JSON.parse` says of it differs with the version of Node, quotes the text, and often names no place.
 *
 * @param text a text that `JSON.parse` does not take
 */
function findJsonFault(text) {
    let at = 0;
    function take(pattern) {
        pattern.lastIndex = at;
        const found = pattern.test(text);
        if (found)
            at = pattern.lastIndex;
        return found;
    }
    function takeString() {
        return take(QUOTE) && take(CHARACTERS) && take(QUOTE);
    }
    function takeMember(depth) {
        take(BLANKS);
        if (!takeString())
            return false;
        take(BLANKS);
        return take(COLON) && takeValue(depth);
    }
    function takeRest(close, takeItem, depth) {
        take(BLANKS);
        if (take(close))
            return true;
        do {
            if (!takeItem(depth))
                return false;
        } while (take(COMMA));
        return take(close);
    }
    function takeValue(depth) {
        if (depth > MAX_DEPTH)
            return false;
        take(BLANKS);
        const whole = take(OBJECT.open)
            ? takeRest(OBJECT.close, takeMember, depth + 1)
            : take(ARRAY.open)
                ? takeRest(ARRAY.close, takeValue, depth + 1)
                : take(NUMBER_OR_WORD) || takeString();
        if (whole)
            take(BLANKS);
        return whole;
    }
    takeValue(0);
    return at;
}
/** Writes an offset for people: line and column, both from 1. */
function lineAndColumn(text, offset) {
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    return `line ${String(line)}, column ${String(before.length - before.lastIndexOf('\n'))}`;
}

// EXTERNAL MODULE: ./src/core/task/omit-undefined.ts
var omit_undefined = __webpack_require__(1609);
// EXTERNAL MODULE: ./src/core/text/plain.ts
var plain = __webpack_require__(8331);
// EXTERNAL MODULE: ./src/inputs/reader.ts
var inputs_reader = __webpack_require__(9066);
;// CONCATENATED MODULE: ./src/inputs/import.ts








const ROWS = {
    path: {
        name: 'path',
        // Names of buckets: OBS, "Creating a Bucket". A key has at most 1024 bytes, and a folder is no file.
        parse: (0,inputs_reader/* matching */.wC)(/^obs:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/\P{Cc}{0,1024}(?<!\/)$/u, 'a file in OBS such as obs://my-bucket/jobs.zip, its bucket of 3 to 63 small letters, digits, dots and hyphens'),
    },
    sameNamePolicy: { name: 'same-name-policy', parse: (0,inputs_reader/* oneOf */.yL)(SAME_NAME_POLICIES) },
    targetStatus: { name: 'target-status', parse: (0,inputs_reader/* oneOf */.yL)(TARGET_STATUSES) },
    executeUser: {
        name: 'execute-user',
        parse: (0,inputs_reader/* matching */.wC)(/^\P{Cc}{1,255}$/u, 'one line of at most 255 characters'),
    },
};
const WRONG_TYPE = {
    text: 'it must be a text in double quotes',
    empty: 'it must not be empty',
    params: 'it must be an object such as {"name": "value"}',
    object: 'it must be an object in braces',
};
const MAX_SHOWN = 80;
const MAX_FAULTS = 10;
const anyText = dist/* string */.YjP(WRONG_TYPE.text);
const someText = dist/* pipe */.FsL(anyText, dist/* nonEmpty */.hq(WRONG_TYPE.empty));
const params = dist/* pipe */.FsL(objectThatIs(WRONG_TYPE.params), dist/* record */.g1P(dist/* string */.YjP(), anyText));
const JSON_INPUTS = {
    params: { name: 'params', schema: params },
    jobsParam: {
        name: 'jobs-param',
        schema: listOf({ name: someText, params: dist/* exactOptional */.yqP(params) }, '[{"name": "job_a"}]'),
    },
    approvers: {
        name: 'approvers',
        schema: listOf({ approverName: someText }, '[{"approverName": "user_a"}]'),
    },
    resources: {
        name: 'resources',
        schema: listOf({ name: someText, type: someText, replace: dist/* exactOptional */.yqP(someText) }, '[{"name": "cluster_a", "type": "MRS_CLUSTER", "replace": "cluster_b"}]'),
    },
};
/**
 * Reads and checks all inputs of the companion, and finds every fault in one go.
 *
 * @throws SetupError that names each faulty input, the place within it where it is JSON, and what is accepted
 */
function readImportInputs(sources) {
    const reader = (0,inputs_reader/* createInputReader */.ic)(sources);
    const { problems, optional, required } = reader;
    const path = required(ROWS.path, "Input 'path' is empty. Set it to the file to import, for example obs://my-bucket/jobs.zip.");
    const sameNamePolicy = required(ROWS.sameNamePolicy, "Input 'same-name-policy' is empty. Set it to OVERWRITE, or to SKIP to leave jobs that exist as they are. It has no default, because the service's own is SKIP, with which an import can succeed and change nothing.");
    const given = {
        params: readJson(reader, JSON_INPUTS.params),
        jobsParam: readJson(reader, JSON_INPUTS.jobsParam),
        executeUser: optional(ROWS.executeUser),
        targetStatus: optional(ROWS.targetStatus),
        approvers: readJson(reader, JSON_INPUTS.approvers),
        resources: readJson(reader, JSON_INPUTS.resources),
    };
    const connection = (0,inputs_connection/* readConnection */.d)(reader);
    const incomplete = path === undefined || sameNamePolicy === undefined || connection === undefined;
    if (incomplete || problems.length > 0)
        throw new setup_error/* SetupError */.w(problems);
    return { ...connection, body: { path, sameNamePolicy, ...(0,omit_undefined/* omitUndefined */.O)(given) } };
}
function objectThatIs(expected) {
    return dist/* pipe */.FsL(dist/* unknown */.L5J(), dist/* check */.z6Y((value) => typeof value === 'object' && value !== null && !Array.isArray(value), expected));
}
function listOf(entries, example) {
    const fields = dist/* strictObject */.rej(entries, ({ expected }) => expected === 'never'
        ? `there is no such field; known are ${Object.keys(entries).join(', ')}`
        : 'it is missing');
    const entry = dist/* pipe */.FsL(objectThatIs(WRONG_TYPE.object), fields);
    return dist/* array */.YOg(entry, `it must be a list such as ${example}`);
}
function readJson({ readInput, problems }, { name, schema }) {
    const text = readInput(name);
    if (text === '')
        return undefined;
    const faults = faultsOf(text, schema);
    problems.push(...faults.slice(0, MAX_FAULTS).map((fault) => `Input '${name}' is wrong${fault}.`));
    if (faults.length > MAX_FAULTS) {
        problems.push(`Input '${name}' is wrong in ${String(faults.length - MAX_FAULTS)} more places.`);
    }
    // What the schema gives back would lack names such as "constructor".
    return faults.length === 0 ? JSON.parse(text) : undefined;
}
// Values are not shown: a parameter of a job may well be a secret.
function faultsOf(text, schema) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return [syntaxFault(text)];
    }
    const { issues = [] } = dist/* safeParse */.xLC(schema, value);
    return issues.map(({ path = [], message }) => `${placeOf(path)}: ${message}`);
}
function syntaxFault(text) {
    const offset = findJsonFault(text);
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    const seen = offset === text.length ? 'the JSON ends too early' : `JSON has no '${character}' here`;
    return ` at ${lineAndColumn(text, offset)}: ${(0,plain/* plainText */.wh)(seen)}`;
}
function placeOf(path) {
    const place = path.map(({ key }) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`));
    return place.length === 0 ? '' : ` at ${(0,plain/* plainText */.wh)(place.join('').replace(/^\./, ''), MAX_SHOWN)}`;
}

;// CONCATENATED MODULE: ./src/import.ts









// How long the keys have to hold: asking goes on for two minutes at most.
const NEEDED_MS = 120_000;
/** Starts the import that the inputs describe, reports it, and says whether the step succeeds. */
async function importJobs(ports) {
    const outcome = await startImport(ports);
    await publishImport(outcome, ports.runner);
    return outcome.kind === 'started';
}
// Whatever goes wrong becomes an outcome: output and summary are written on every path.
async function startImport(ports) {
    const { runner, readVariable } = ports;
    try {
        const inputs = readImportInputs({ readInput: runner.readInput, readVariable });
        runner.info(`Signing in with ${inputs.credential.used.from}.`);
        const answer = await askFor(inputs, ports);
        if (answer === undefined)
            return { kind: 'not-started', problems: [CANCELLED_IN_TIME] };
        if (answer.kind === 'started')
            return import_started(answer.taskId, inputs.body);
        return {
            kind: answer.kind === 'unclear' ? 'unclear' : 'not-started',
            problems: [explainImport(answer)],
        };
    }
    catch (cause) {
        return cause instanceof setup_error/* SetupError */.w
            ? { kind: 'not-started', problems: cause.problems }
            : { kind: 'unclear', problems: [explainOwnFault(cause)] };
    }
}
// Field by field: a job's parameters may be secrets, and must not come near a report.
function import_started(taskId, { path, sameNamePolicy, targetStatus }) {
    return { kind: 'started', taskId, path, sameNamePolicy, ...(targetStatus && { targetStatus }) };
}
/** Returns nothing where the run was cancelled while nothing was under way. */
async function askFor(inputs, ports) {
    const { runner, transport, clock, serviceClock, cancelled } = ports;
    const { body, endpoint } = inputs;
    const credential = await ports.signIn(inputs.credential, NEEDED_MS);
    if (credential === undefined)
        return undefined;
    runner.info(`Importing ${body.path} at ${endpoint} (same-name-policy ${body.sameNamePolicy}).`);
    const call = createImportCall({ ...inputs, language: 'en_us' }, { send: transport.send, credential, clock, serviceClock });
    return (0,retry/* untilSettled */.Q)(async () => (0,redact_answer/* redactTexts */.S)(await call(body, cancelled), ports.redact), (answer) => (answer.kind === 'not-taken' ? answer.fault : undefined), {
        ...ports,
        onPause(answer, pauseMs) {
            if (answer.kind === 'started')
                return;
            const seen = messages/* messages */.DZ.fault(answer.fault);
            runner.info(`Not taken: ${seen}. Asking again in ${(0,duration/* formatDuration */.a)(pauseMs)}.`);
        },
    });
}


/***/ })

};
