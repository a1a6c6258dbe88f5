export const id = 820;
export const ids = [820];
export const modules = {

/***/ 7476:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ untilSettled)
/* harmony export */ });
/* harmony import */ var _pauses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3998);

const MAX_TRYING_MS = 120_000;
const MIN_PAUSE_MS = 500;
async function untilSettled(attempt, passingFault, { clock, random, cancelled, onPause }) {
    const deadlineMs = clock.now() + MAX_TRYING_MS;
    const isCancelled = () => cancelled.aborted;
    for (let failures = 1; !isCancelled(); failures += 1) {
        const result = await attempt();
        const fault = passingFault(result);
        const leftMs = deadlineMs - clock.now();
        if (fault === undefined || leftMs <= 0)
            return result;
        if (isCancelled())
            break;
        const pauseMs = Math.min((0,_pauses_js__WEBPACK_IMPORTED_MODULE_0__/* .faultPauseMs */ .z)(fault, failures, MIN_PAUSE_MS, random()), leftMs);
        onPause(result, pauseMs);
        await clock.sleep(pauseMs, cancelled);
    }
    return undefined;
}


/***/ }),

/***/ 820:
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
// EXTERNAL MODULE: ./src/core/task/omit-undefined.ts
var omit_undefined = __webpack_require__(1609);
// EXTERNAL MODULE: ./src/core/task/remote-texts.ts
var remote_texts = __webpack_require__(6342);
// EXTERNAL MODULE: ./src/core/wait/retry.ts
var retry = __webpack_require__(7476);
// EXTERNAL MODULE: ./src/core/text/number.ts
var number = __webpack_require__(266);
// EXTERNAL MODULE: ./src/core/report/words-en.ts
var words_en = __webpack_require__(7111);
// EXTERNAL MODULE: ./src/core/text/markdown.ts
var markdown = __webpack_require__(8970);
// EXTERNAL MODULE: ./src/github/summary/summary-style.ts
var summary_style = __webpack_require__(9660);
// EXTERNAL MODULE: ./src/github/summary/summary-task.ts
var summary_task = __webpack_require__(716);
;// CONCATENATED MODULE: ./src/github/import-report.ts






const TITLES = {
    started: { icon: '✅', heading: 'DLF import started' },
    checked: { icon: '✅', heading: 'DLF import checked' },
    'not-started': { icon: '⛔', heading: 'DLF import not started' },
    unclear: { icon: '❓', heading: 'DLF import may have started' },
};
const JOBS_STAY = 'With same-name-policy SKIP, existing jobs stay unchanged and the import still succeeds. Set OVERWRITE to deploy changes.';
const NOTHING_SENT = 'All checks passed. Nothing was sent (check-only).';
const MAX_PROBLEM = 4000;
const MAX_PROBLEMS = 100;
async function publishImport(seen, runner) {
    const outcome = 'problems' in seen
        ? {
            ...seen,
            problems: shownProblems(seen.problems).map(runner.redact),
            nextStep: runner.redact(seen.nextStep),
        }
        : 'taskId' in seen
            ? { ...seen, taskId: runner.redact(seen.taskId) }
            : seen;
    const isHandedOver = runner.setOutput('task-id', outcome.kind === 'started' ? outcome.taskId : '');
    runner.setOutput('path', outcome.kind === 'checked' ? '' : (outcome.path ?? ''));
    await runner.writeSummary(importSummary(outcome, runner.links));
    switch (outcome.kind) {
        case 'started':
            return publishStarted(outcome, isHandedOver, runner);
        case 'checked':
            runner.info(NOTHING_SENT);
            return true;
        case 'not-started':
        case 'unclear':
            runner.error([...outcome.problems, `${outcome.nextStep} ${guideOf(outcome)}`].join('\n'), TITLES[outcome.kind].heading);
            return false;
    }
}
function publishStarted({ taskId, path, sameNamePolicy, warning }, isHandedOver, runner) {
    runner.info(`Task ${taskId} was started: it imports ${path}.`);
    if (sameNamePolicy === 'SKIP')
        runner.info(JOBS_STAY);
    if (warning !== undefined)
        runner.warning(warning, TITLES.started.heading);
    if (!isHandedOver)
        runner.error(lostOutput(taskId), 'DLF import started, but its task id is lost to later steps');
    return isHandedOver;
}
function importSummary(outcome, links) {
    const { icon, heading } = TITLES[outcome.kind];
    return (0,markdown/* blocks */.Bv)((0,markdown.md) `## ${icon} ${heading}`, body(outcome, links)).markdown;
}
function guideOf({ guide }) {
    return messages/* messages */.DZ.words.see(`docs/troubleshooting.md, "${guide}"`);
}
function archiveWords({ counts, bytes }) {
    const { jobs, scripts, resources } = counts;
    return [
        (0,words_en/* counted */.h)(jobs, 'job'),
        (0,words_en/* counted */.h)(scripts, 'script'),
        ...(resources > 0 ? [(0,words_en/* counted */.h)(resources, 'resource')] : []),
        `${(0,number/* grouped */.z)(bytes)} bytes`,
    ].join(', ');
}
function body(outcome, links) {
    switch (outcome.kind) {
        case 'started':
            return startedBody(outcome);
        case 'checked':
            return (0,markdown/* blocks */.Bv)((0,markdown.md) `${NOTHING_SENT}`, (0,summary_style/* factsTable */.wd)(packedFacts(outcome.packed)));
        case 'not-started':
        case 'unclear':
            return (0,markdown/* blocks */.Bv)((0,summary_style/* problemList */.gH)(outcome.problems, MAX_PROBLEM, links), (0,summary_task/* nextStepLine */.Q9)([outcome.nextStep, guideOf(outcome)], { messages: messages/* messages */.DZ, links }));
    }
}
function startedBody(started) {
    const { taskId, path, sameNamePolicy, targetStatus, packed, warning } = started;
    return (0,markdown/* blocks */.Bv)((0,summary_style/* factsTable */.wd)([
        ['Task', (0,markdown/* code */.aY)(taskId)],
        ['File', (0,markdown/* code */.aY)(path)],
        ['Same-name policy', sameNamePolicy],
        ['Target status', targetStatus],
        ...(packed === undefined ? [] : packedFacts(packed)),
    ]), sameNamePolicy === 'SKIP' ? (0,markdown.md) `⚠️ ${JOBS_STAY}` : undefined, warning === undefined ? undefined : (0,markdown.md) `⚠️ ${(0,summary_style/* problemText */.fI)(warning, MAX_PROBLEM)}`);
}
function packedFacts(packed) {
    return [
        ['Source', (0,markdown/* code */.aY)(packed.source)],
        ['Commit', (0,markdown/* code */.aY)(packed.commit)],
        ['Archive', archiveWords(packed)],
    ];
}
function shownProblems(problems) {
    const hidden = problems.length - MAX_PROBLEMS;
    return hidden > 0
        ? [...problems.slice(0, MAX_PROBLEMS), `There are ${String(hidden)} more problems.`]
        : problems;
}
function lostOutput(taskId) {
    return `The import was started as task ${taskId}, but the output 'task-id' could not be written, so later steps do not know it. Do not import again: wait for the task with task-id: ${taskId}.`;
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/core/text/id.ts
var id = __webpack_require__(6290);
// EXTERNAL MODULE: ./src/http/transport.ts + 3 modules
var transport = __webpack_require__(8272);
// EXTERNAL MODULE: ./src/huaweicloud/service/service-answer.ts + 1 modules
var service_answer = __webpack_require__(8116);
// EXTERNAL MODULE: ./src/huaweicloud/service/service-call.ts
var service_call = __webpack_require__(710);
// EXTERNAL MODULE: ./src/huaweicloud/service/service-request.ts
var service_request = __webpack_require__(9649);
;// CONCATENATED MODULE: ./src/huaweicloud/import-call.ts







const started = dist/* object */.Ikc({ taskId: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(id.ID)) });
const KINDS = {
    connection: 'unclear',
    timeout: 'unclear',
    cut: 'unclear',
    'unexpected-body': 'unclear',
    'http-status': 'unclear',
    'too-large': 'unclear',
    'unknown-encoding': 'unclear',
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
const NO_CONNECTION = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];
function createImportCall(settings, ports) {
    return async (body, signal) => {
        let named;
        const call = (0,service_call/* createServiceCall */._4)({
            ...ports,
            async send(...request) {
                const result = await ports.send(...request);
                named = taskIdIn(result);
                return result;
            },
            credential: {
                ...ports.credential,
                recover: (...refused) => named === undefined ? ports.credential.recover(...refused) : Promise.resolve(false),
            },
        });
        const operation = { method: 'POST', path: 'jobs/import', body: JSON.stringify(body) };
        const { answer } = await (0,service_call/* repeatedOnce */.eP)(call)((0,service_request/* serviceRequest */.R)(settings, operation), signal);
        return readAnswer(answer, named);
    };
}
function taskIdIn(result) {
    const body = result.kind === 'response' ? (0,service_answer/* parseJson */.qF)(result.body) : undefined;
    return dist.is(started, body) ? body.taskId : undefined;
}
function readAnswer(answer, taskId) {
    if (answer.kind === 'success') {
        const { error, requestId } = answer;
        return taskId === undefined
            ? { kind: 'unclear', fault: (0,service_answer/* unexpectedBody */.Eu)(error).fault }
            : { kind: 'started', taskId, ...(0,omit_undefined/* omitUndefined */.O)({ requestId }) };
    }
    const { fault } = answer;
    return taskId === undefined ? { kind: faultKind(fault), fault } : { kind: 'started', taskId, doubt: fault };
}
function faultKind({ reason, detail, advice }) {
    if (detail === service_call/* NO_KEY_IN_TIME */.ac)
        return 'not-taken';
    if (advice !== undefined)
        return KINDS[reason] === 'refused' ? 'refused' : 'not-taken';
    const notSent = NO_CONNECTION.includes(detail) || detail?.startsWith(transport/* NO_TUNNEL */.D) === true;
    return reason === 'connection' && notSent ? 'not-taken' : KINDS[reason];
}

// EXTERNAL MODULE: ./src/core/report/next-step.ts
var next_step = __webpack_require__(5376);
;// CONCATENATED MODULE: ./src/import-advice.ts


const NOT_IMPORTED = 'Nothing was imported';
const NOT_KNOWN = 'It is not known whether the import was started';
const CANCELLED_IN_TIME = {
    kind: 'not-started',
    problems: ['Nothing was imported: the run was cancelled before the service accepted a request.'],
    nextStep: 'Run the job again.',
    guide: NOT_IMPORTED,
};
const SETUP_FAILURES = {
    inputs: { nextStep: messages/* messages */.DZ.words.nextSteps['fix-inputs'], guide: next_step/* GUIDE */.xV['fix-inputs'] },
    source: {
        nextStep: 'Correct the source, then run the job again. Nothing was sent.',
        guide: 'The source is not accepted',
    },
    'sign-in': {
        nextStep: 'Correct the sign-in, then run the job again. Nothing was imported.',
        guide: next_step/* GUIDE */.xV['fix-sign-in'],
    },
};
const FIND_OUT = {
    kind: 'unclear',
    nextStep: 'In DataArts Factory, open the system tasks under monitoring and look for an import that just started. If there is one, wait for its task id; otherwise import again.',
    guide: NOT_KNOWN,
};
const IMPORT_ADVICE = {
    'obs-file': 'Check path: the file must exist in a bucket of this region, be at most 10 MB, and be readable by this user (obs:object:GetObject).',
    'check-parameters': 'Check path and the other inputs of the import: one of them is not valid.',
    'check-request': 'Check path, workspace and project.',
    'check-place': 'Check path, workspace, project and region.',
    'check-service': "Check the service's status page, then import again.",
    'check-backend': 'DataArts Factory is unavailable or too slow. Import again in a few minutes.',
    'check-iam': 'IAM is unavailable in this region. Import again in a few minutes.',
};
const CHECK_REACH = 'Check region or obs-endpoint, and whether this runner can reach it (HTTPS_PROXY, NO_PROXY).';
const CHECK_ANSWER = 'Check region or obs-endpoint: something other than OBS may have answered.';
const LATER = 'OBS is unavailable or too slow. Run the job again in a few minutes.';
const UPLOAD_ADVICE = {
    connection: CHECK_REACH,
    timeout: CHECK_REACH,
    cut: CHECK_REACH,
    'unexpected-body': CHECK_ANSWER,
    'too-large': CHECK_ANSWER,
    'unknown-encoding': CHECK_ANSWER,
    'http-status': LATER,
    throttled: LATER,
    unauthorized: 'Check the credential: all keys of this step were refused.',
    forbidden: 'Check the permissions of this key in OBS.',
    'no-such-api': CHECK_ANSWER,
    rejected: 'Check path: OBS does not accept this bucket or key.',
    redirected: 'The bucket is probably in another region: use one in the region of DataArts Factory, or set region.',
    'error-in-success': CHECK_ANSWER,
    'untrusted-certificate': 'Check obs-endpoint, and NODE_EXTRA_CA_CERTS for a private certificate authority.',
    'proxy-refused': 'Check the user and password in HTTPS_PROXY.',
};
const UPLOAD_ADVICE_BY_CODE = {
    AccessDenied: 'This key may not write there. Grant the permission obs:object:PutObject in bucket {bucket} for the key {key} to the user or agency, and check the policy of the bucket.',
    RequestTimeTooSkewed: 'Check the clock of this runner: it differs from that of OBS by more than 15 minutes.',
    NoSuchBucket: 'Check path and region: there is no bucket {bucket} in this region. It must be in the region of DataArts Factory.',
    BadDigest: 'The file was changed in transit. Check whether a proxy rewrites uploads, then run the job again.',
};
function explainImport({ kind, fault }, used) {
    const seen = messages/* messages */.DZ.fault(fault);
    switch (kind) {
        case 'not-taken':
        case 'refused':
            return { kind: 'not-started', problems: [`Nothing was imported: ${seen}.`], ...advice(fault, used) };
        case 'unclear':
            return {
                problems: [
                    `It is not known whether the import was started: ${seen}. It may have been, so the request is not repeated.`,
                ],
                ...FIND_OUT,
            };
    }
}
function explainDoubt(taskId, fault) {
    return `The import was started as task ${taskId}, although the answer reports an error: ${messages/* messages */.DZ.fault(fault)}. The request is not repeated. Wait for the task to learn how it ends.`;
}
function explainUpload(fault, { bucket, key }, used) {
    const failed = `the upload to obs://${bucket}/${key} failed: ${uploadFault(fault)}`;
    const failure = { kind: 'not-started', problems: [`Nothing was imported, because ${failed}.`] };
    const refusedKey = fault.reason === 'unauthorized' && fault.httpStatus !== undefined;
    if (fault.advice !== undefined || refusedKey)
        return { ...failure, ...advice(fault, used) };
    const nextStep = UPLOAD_ADVICE_BY_CODE[fault.error?.code ?? ''] ?? UPLOAD_ADVICE[fault.reason];
    return {
        ...failure,
        nextStep: nextStep.replace('{bucket}', () => bucket).replace('{key}', () => key),
        guide: 'The upload failed',
    };
}
function uploadFault(fault) {
    if (fault.signIn !== undefined)
        return messages/* messages */.DZ.fault(fault);
    if (fault.reason === 'timeout')
        return 'it did not end within two minutes';
    if (fault.reason === 'unexpected-body')
        return 'OBS did not confirm the MD5 of the file';
    return messages/* messages */.DZ.fault(fault);
}
function explainInternalError(cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return {
        problems: [`Internal error: ${message}. Please report it. ${NOT_KNOWN}.`],
        ...FIND_OUT,
    };
}
function advice(fault, used) {
    const step = (0,next_step/* nextStepAfter */.UB)(fault, used);
    const own = IMPORT_ADVICE[step];
    return own === undefined
        ? { nextStep: fault.advice ?? messages/* messages */.DZ.advice(fault, used), guide: next_step/* GUIDE */.xV[step] }
        : { nextStep: own, guide: NOT_IMPORTED };
}
const ALL_IMPORT_ADVICE = [
    ...Object.values(IMPORT_ADVICE),
    ...new Set(Object.values(UPLOAD_ADVICE)),
    ...Object.values(UPLOAD_ADVICE_BY_CODE),
    CANCELLED_IN_TIME.nextStep,
    ...Object.values(SETUP_FAILURES).map(({ nextStep }) => nextStep),
    FIND_OUT.nextStep,
];

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/fflate/umd/index.js
var umd = __webpack_require__(1189);
// EXTERNAL MODULE: ./src/core/text/plain.ts
var plain = __webpack_require__(8331);
;// CONCATENATED MODULE: ./src/core/archive/archive-files.ts

const FOLDERS = { jobs: '.job', scripts: '.script', resources: '.resource' };
const MAX_ARCHIVE_BYTES = 10 * 1024 * 1024;
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
const MAX_NAME = 200;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const LAYOUT = Object.entries(FOLDERS);
const LAYOUT_WORDS = 'Only jobs/*.job, scripts/*.script and resources/*.resource belong in an archive.';
function archiveSizeProblem(bytes) {
    return bytes > MAX_ARCHIVE_BYTES
        ? `The archive has ${String(bytes)} bytes; an import takes at most ${String(MAX_ARCHIVE_BYTES)} (10 MB). Split it into several imports.`
        : undefined;
}
function unpackedSizeProblem(bytes) {
    return bytes > MAX_UNPACKED_BYTES
        ? `The source has ${String(bytes)} bytes before packing; at most ${String(MAX_UNPACKED_BYTES)} are accepted.`
        : undefined;
}
function shownName(name) {
    return (0,plain/* plainText */.wh)(name, MAX_NAME);
}
function nameProblem(name) {
    const shown = shownName(name);
    if (name.includes('\\')) {
        return `${shown}: the name has a backslash. Pack the archive with a tool that writes / between folder and file.`;
    }
    if (/^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/i.test(name))
        return `${shown}: the path leads out of the archive.`;
    return isInLayout(name) ? undefined : `${shown}: this does not belong here. ${LAYOUT_WORDS}`;
}
function checkFiles(files) {
    const { jobs } = countFiles(files);
    return [
        ...clashes(files.map(({ name }) => name)),
        ...files.flatMap((file) => contentProblem(file) ?? []),
        ...(jobs === 0 ? ['There is no job to import: no file jobs/*.job was found.'] : []),
    ];
}
function countFiles(files) {
    const count = (folder) => files.filter(({ name }) => name.startsWith(`${folder}/`)).length;
    return { jobs: count('jobs'), scripts: count('scripts'), resources: count('resources') };
}
function isInLayout(name) {
    return LAYOUT.some(([folder, end]) => {
        const file = name.slice(folder.length + 1);
        const isFile = file.endsWith(end) && file.length > end.length && !file.includes('/');
        return name.startsWith(`${folder}/`) && (file === '' || isFile);
    });
}
function clashes(names) {
    const seen = new Map();
    return names.flatMap((name) => {
        const folded = name.normalize('NFC').toLowerCase();
        const other = seen.get(folded);
        seen.set(folded, name);
        if (other === undefined)
            return [];
        return other === name
            ? [`${shownName(name)}: the archive has this file twice.`]
            : [`${shownName(name)}: the name differs only in case from ${shownName(other)}. Rename one of them.`];
    });
}
function contentProblem({ name, content }) {
    if (name.startsWith('resources/'))
        return undefined;
    const shown = shownName(name);
    let value;
    try {
        value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content));
    }
    catch {
        const mark = BYTE_ORDER_MARK.every((byte, at) => content[at] === byte);
        return `${shown}: this is not valid JSON in UTF-8${mark ? ': it begins with a byte order mark' : ''}.`;
    }
    const expected = name.slice(name.indexOf('/') + 1, name.lastIndexOf('.'));
    const actual = typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
    if (actual === expected)
        return undefined;
    const seen = typeof actual === 'string' ? `is '${shownName(actual)}'` : 'is missing or is not a text';
    return `${shown}: its "name" ${seen}. It must be '${shownName(expected)}', like the file name.`;
}

;// CONCATENATED MODULE: ./src/core/archive/zip-directory.ts
const END = { signature: 0x06054b50, length: 22, count: 10, size: 12, start: 16 };
const CENTRAL = {
    signature: 0x02014b50,
    length: 46,
    system: 5,
    flags: 8,
    method: 10,
    crc: 16,
    packed: 20,
    size: 24,
    name: 28,
    extra: 30,
    comment: 32,
    attributes: 38,
    local: 42,
};
const LOCAL = { signature: 0x04034b50, length: 30, name: 26, extra: 28 };
const MAX_COMMENT = 0xffff;
const METHODS = { 0: 'stored', 8: 'deflated' };
const UNIX = 3;
const LINK = 0xa000;
const FILE_TYPE = 0xf000;
function readZipDirectory(zip) {
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    try {
        return readEntries(zip, view);
    }
    catch {
    }
    return undefined;
}
function readEntries(zip, view) {
    const end = findEnd(view);
    if (end === undefined)
        return undefined;
    const start = view.getUint32(end + END.start, true);
    if (start + view.getUint32(end + END.size, true) > end)
        return undefined;
    const entries = [];
    let at = start;
    for (let count = view.getUint16(end + END.count, true); count > 0; count -= 1) {
        const entry = readEntry(zip, view, at);
        if (entry === undefined)
            return undefined;
        entries.push(entry);
        at += CENTRAL.length + lengthsAt(view, at, [CENTRAL.name, CENTRAL.extra, CENTRAL.comment]);
    }
    return entries;
}
function findEnd(view) {
    const last = view.byteLength - END.length;
    for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
        if (view.getUint32(at, true) === END.signature)
            return at;
    }
    return undefined;
}
function readEntry(zip, view, at) {
    if (view.getUint32(at, true) !== CENTRAL.signature)
        return undefined;
    const local = view.getUint32(at + CENTRAL.local, true);
    if (view.getUint32(local, true) !== LOCAL.signature)
        return undefined;
    const name = bytesAt(zip, at + CENTRAL.length, view.getUint16(at + CENTRAL.name, true));
    const localName = bytesAt(zip, local + LOCAL.length, view.getUint16(local + LOCAL.name, true));
    if (name.length !== localName.length || name.some((byte, index) => byte !== localName[index]))
        return undefined;
    const content = local + LOCAL.length + lengthsAt(view, local, [LOCAL.name, LOCAL.extra]);
    const mode = view.getUint16(at + CENTRAL.attributes + 2, true);
    return {
        name: new TextDecoder().decode(name),
        method: METHODS[view.getUint16(at + CENTRAL.method, true)] ?? 'other',
        isEncrypted: (view.getUint16(at + CENTRAL.flags, true) & 1) === 1,
        isLink: view.getUint8(at + CENTRAL.system) === UNIX && (mode & FILE_TYPE) === LINK,
        crc: view.getUint32(at + CENTRAL.crc, true),
        size: view.getUint32(at + CENTRAL.size, true),
        packed: bytesAt(zip, content, view.getUint32(at + CENTRAL.packed, true)),
    };
}
function lengthsAt(view, at, fields) {
    return fields.reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
}
function bytesAt(zip, from, length) {
    const bytes = zip.subarray(from, from + length);
    if (bytes.length !== length)
        throw new RangeError();
    return bytes;
}

;// CONCATENATED MODULE: ./src/archive/zip.ts




const TIME_STAMP = new Date(1980, 0, 1, 12);
const UNIX_FILE = { os: 3, attrs: 0o100_644 << 16 };
const DAMAGED = 'The source is not a zip file, or it is damaged. Pack it again.';
function packFiles(files) {
    const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return (0,umd.zipSync)(Object.fromEntries(sorted.map(({ name, content }) => [name, content])), {
        mtime: TIME_STAMP,
        ...UNIX_FILE,
    });
}
function readZip(zip) {
    const entries = readZipDirectory(zip);
    if (entries === undefined)
        return { files: [], problems: [DAMAGED] };
    const sizeProblem = unpackedSizeProblem(entries.reduce((sum, { size }) => sum + size, 0));
    if (sizeProblem !== undefined)
        return { files: [], problems: [sizeProblem] };
    const problems = [];
    const files = [];
    for (const entry of entries) {
        const problem = nameProblem(entry.name) ?? entryProblem(entry);
        const content = problem ?? (entry.name.endsWith('/') ? undefined : unpack(entry));
        if (typeof content === 'string')
            problems.push(content);
        else if (content !== undefined)
            files.push({ name: entry.name, content });
    }
    return { files, problems: [...problems, ...checkFiles(files)] };
}
function entryProblem({ name, isEncrypted, isLink, method }) {
    const shown = shownName(name);
    if (isEncrypted)
        return `${shown}: the file is encrypted. Pack the archive without a password.`;
    if (isLink)
        return `${shown}: the file is a link. Pack the file that it leads to.`;
    if (method === 'other')
        return `${shown}: the compression is unknown. Pack the archive with deflate.`;
    return undefined;
}
function unpack(entry) {
    const isPlain = entry.method === 'stored' || entry.packed.length === 0;
    const content = isPlain ? entry.packed : inflate(entry);
    return content?.length === entry.size && (0,external_node_zlib_.crc32)(content) === entry.crc
        ? content
        : `${shownName(entry.name)}: the file is damaged. Pack the archive again.`;
}
function inflate({ packed, size }) {
    try {
        return new Uint8Array((0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: Math.max(1, size) }));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/archive/read-source.ts





function readSource(source, checkout) {
    const place = locate(source, checkout);
    const seen = (0,external_node_fs_.statSync)(place);
    if (seen.isDirectory()) {
        const files = accepted(readFolder(place));
        const bytes = packFiles(files);
        checkSize(bytes.length);
        return { bytes, counts: countFiles(files) };
    }
    if (!seen.isFile() || !place.toLowerCase().endsWith('.zip')) {
        throw new setup_error/* SetupError */.w([`Input 'source' must be a folder or a .zip file; got '${shownName(source)}'.`]);
    }
    checkSize(seen.size);
    const bytes = new Uint8Array((0,external_node_fs_.readFileSync)(place));
    return { bytes, counts: countFiles(accepted(readZip(bytes))) };
}
function locate(source, checkout) {
    const shown = shownName(source);
    const root = realPath((0,external_node_path_.resolve)(checkout)) ?? checkout;
    const place = realPath((0,external_node_path_.resolve)(root, source));
    if (place === undefined) {
        throw new setup_error/* SetupError */.w([
            `Input 'source' names '${shown}', which does not exist. Check the path, and that actions/checkout ran before this step.`,
        ]);
    }
    if (!isInside(root, place)) {
        throw new setup_error/* SetupError */.w([`Input 'source' names '${shown}', which is outside of the checkout.`]);
    }
    return place;
}
function readFolder(root) {
    const files = [];
    const problems = [];
    let bytes = 0;
    for (const { name, path } of listFolder(root)) {
        const problem = nameProblem(name) ?? linkProblem(name, path, root);
        if (problem !== undefined)
            problems.push(problem);
        else {
            bytes += (0,external_node_fs_.statSync)(path).size;
            const sizeProblem = unpackedSizeProblem(bytes);
            if (sizeProblem !== undefined)
                return { files, problems: [...problems, sizeProblem] };
            files.push({ name, content: new Uint8Array((0,external_node_fs_.readFileSync)(path)) });
        }
    }
    return { files, problems: [...problems, ...checkFiles(files)] };
}
function listFolder(root) {
    return (0,external_node_fs_.readdirSync)(root)
        .toSorted()
        .flatMap((folder) => {
        const path = (0,external_node_path_.join)(root, folder);
        const isFolder = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
        if (!isFolder)
            return [{ name: folder, path }];
        if (!Object.hasOwn(FOLDERS, folder) || linkProblem(`${folder}/`, path, root) !== undefined) {
            return [{ name: `${folder}/`, path }];
        }
        const names = (0,external_node_fs_.readdirSync)(path).toSorted();
        return names.map((file) => ({ name: `${folder}/${file}`, path: (0,external_node_path_.join)(path, file) }));
    });
}
function linkProblem(name, path, root) {
    const target = realPath(path);
    const shown = shownName(name);
    if (target === undefined)
        return `${shown}: this is a link to a file that does not exist.`;
    if (!isInside(root, target))
        return `${shown}: this is a link out of the folder. Put the file itself here.`;
    const isWanted = name.endsWith('/') ? (0,external_node_fs_.lstatSync)(target).isDirectory() : (0,external_node_fs_.lstatSync)(target).isFile();
    return isWanted ? undefined : `${shown}: this is not a file.`;
}
function realPath(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return undefined;
    }
}
function isInside(root, path) {
    const way = (0,external_node_path_.relative)(root, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && (0,external_node_path_.resolve)(root, way) === path;
}
function accepted({ files, problems }) {
    if (problems.length > 0)
        throw new setup_error/* SetupError */.w(problems);
    return files;
}
function checkSize(bytes) {
    const problem = archiveSizeProblem(bytes);
    if (problem !== undefined)
        throw new setup_error/* SetupError */.w([problem]);
}

// EXTERNAL MODULE: ./src/inputs/connection.ts + 1 modules
var inputs_connection = __webpack_require__(7610);
// EXTERNAL MODULE: ./src/huaweicloud/endpoints.ts
var endpoints = __webpack_require__(4636);
// EXTERNAL MODULE: ./src/inputs/reader.ts
var inputs_reader = __webpack_require__(9066);
;// CONCATENATED MODULE: ./src/inputs/import.ts







const PATH = /^obs:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/([^\p{Cc}\p{Cs}]{0,1024})$/u;
const ROWS = {
    source: { name: 'source', parse: (0,inputs_reader/* matching */.wC)(/^\P{Cc}{1,1000}$/u, 'the path of a folder or .zip file') },
    checkOnly: { name: 'check-only', parse: inputs_reader/* parseBoolean */.yG },
    path: {
        name: 'path',
        parse: (text) => PATH.test(text) && !text.endsWith('/')
            ? { value: text }
            : {
                expected: 'a file in OBS such as obs://my-bucket/jobs.zip (a bucket name has 3 to 63 lowercase letters, digits, dots and hyphens)',
            },
    },
    target: { name: 'path', parse: parseTarget },
    sameNamePolicy: { name: 'same-name-policy', parse: (0,inputs_reader/* oneOf */.yL)(['SKIP', 'OVERWRITE']) },
    targetStatus: { name: 'target-status', parse: (0,inputs_reader/* oneOf */.yL)(['SAVED', 'SUBMITTED', 'PRODUCTION']) },
    executeUser: {
        name: 'execute-user',
        parse: (0,inputs_reader/* matching */.wC)(/^\P{Cc}{1,255}$/u, 'one line of at most 255 characters'),
    },
    obsEndpoint: { name: 'obs-endpoint', parse: parseObsEndpoint },
};
const NO_PATH = "Input 'path' is empty. Set it to the file to import, for example obs://my-bucket/jobs.zip.";
const NO_TARGET = "Input 'path' is empty. Set it to the place in OBS that 'source' is uploaded to, for example obs://my-bucket/jobs/.";
const NO_POLICY = "Input 'same-name-policy' is empty. Set it to OVERWRITE, or to SKIP to keep existing jobs. There is no default: with SKIP, the service's default, an import can succeed without changing anything.";
const MAX_FAULTS = 10;
const anyText = dist/* string */.YjP('it must be a text in double quotes');
const someText = dist/* pipe */.FsL(anyText, dist/* nonEmpty */.hq('it must not be empty'));
const params = dist/* pipe */.FsL(objectThatIs('it must be an object such as {"name": "value"}'), dist/* record */.g1P(dist/* string */.YjP(), anyText));
const jobs = listOf({ name: someText, params: dist/* exactOptional */.yqP(params) }, '[{"name": "job_a"}]');
const approvers = listOf({ approverName: someText }, '[{"approverName": "user_a"}]');
const resources = listOf({ name: someText, type: someText, replace: dist/* exactOptional */.yqP(someText) }, '[{"name": "cluster_a", "type": "MRS_CLUSTER", "replace": "cluster_b"}]');
function readImportInputs(sources) {
    const reader = (0,inputs_reader/* createInputReader */.ic)(sources);
    const { problems, optional, reportEmpty } = reader;
    const source = optional(ROWS.source);
    const checkOnly = optional(ROWS.checkOnly) ?? false;
    const body = readBody(reader, checkOnly);
    if (checkOnly) {
        reportEmpty('source', "Input 'source' is empty. Set it to the folder or .zip file to check.");
        if (source === undefined || problems.length > 0)
            throw new setup_error/* SetupError */.w(problems);
        return { kind: 'check', source };
    }
    const connection = (0,inputs_connection/* readConnection */.d)(reader);
    const endpoint = optional(ROWS.obsEndpoint);
    if (source !== undefined && connection !== undefined)
        checkUpload(reader, connection);
    if (connection === undefined || body === undefined || problems.length > 0)
        throw new setup_error/* SetupError */.w(problems);
    if (source === undefined)
        return { kind: 'import', ...connection, body };
    const address = endpoint ?? (0,endpoints/* endpointOf */.X)('obs', connection.region ?? '');
    const object = { endpoint: address, ...splitPath(body.path) };
    return { kind: 'import', ...connection, body, upload: { source, object } };
}
function readBody(reader, checkOnly) {
    const { optional, readInput, reportEmpty } = reader;
    const isUpload = readInput(ROWS.source.name) !== '';
    const path = optional(isUpload ? ROWS.target : ROWS.path);
    const sameNamePolicy = optional(ROWS.sameNamePolicy);
    if (!checkOnly) {
        reportEmpty('path', isUpload ? NO_TARGET : NO_PATH);
        reportEmpty('same-name-policy', NO_POLICY);
    }
    const given = {
        params: readJson(reader, 'params', params),
        jobsParam: readJson(reader, 'jobs-param', jobs),
        executeUser: optional(ROWS.executeUser),
        targetStatus: optional(ROWS.targetStatus),
        approvers: readJson(reader, 'approvers', approvers),
        resources: readJson(reader, 'resources', resources),
    };
    if (path === undefined || sameNamePolicy === undefined)
        return undefined;
    const name = path.endsWith('/') ? archiveName(reader.readVariable) : '';
    return { path: `${path}${name}`, sameNamePolicy, ...(0,omit_undefined/* omitUndefined */.O)(given) };
}
function archiveName(readVariable) {
    const parts = ['GITHUB_REPOSITORY', 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT'].map(readVariable);
    const name = parts.filter((part) => part !== '').join('-');
    return `${name.replace(/[^\w.-]/g, '-')}.zip`;
}
function checkUpload({ readInput, problems }, { region, credential }) {
    if (readInput(ROWS.obsEndpoint.name) === '' && region === undefined) {
        problems.push("Inputs 'region' and 'obs-endpoint' are both empty. Set one of them, so that 'source' can be uploaded.");
    }
    if (credential.kind === 'token') {
        problems.push(`Input 'source' needs an access key, but the credential is ${credential.used.from}. OBS accepts no IAM token: sign in with 'oidc-provider' or with 'access-key-id' and 'secret-access-key', or upload the file in another way and leave 'source' empty.`);
    }
}
function splitPath(path) {
    const [, bucket = '', key = ''] = PATH.exec(path) ?? [];
    return { bucket, key };
}
function parseTarget(text) {
    const { bucket, key } = splitPath(text);
    if (bucket.includes('.')) {
        return { expected: "a path in a bucket without dots: the certificate of OBS doesn't cover such a name" };
    }
    const folders = key.split('/').slice(0, -1);
    const isPlain = folders.every((folder) => !/^\.{0,2}$/.test(folder));
    return bucket !== '' && isPlain && /\/$|\.zip$/i.test(text)
        ? { value: text }
        : {
            expected: 'a place in OBS such as obs://my-bucket/jobs.zip, or obs://my-bucket/jobs/ for a new file name in each run (a bucket name has 3 to 63 lowercase letters, digits and hyphens)',
        };
}
function parseObsEndpoint(text) {
    const parsed = (0,inputs_reader/* parseBaseUrl */.Q2)(text);
    return 'value' in parsed && new URL(parsed.value).pathname !== '/'
        ? { expected: 'a base URL such as https://obs.host.example, without bucket and path' }
        : parsed;
}
function objectThatIs(expected) {
    return dist/* pipe */.FsL(dist/* unknown */.L5J(), dist/* check */.z6Y((value) => typeof value === 'object' && value !== null && !Array.isArray(value), expected));
}
function listOf(entries, example) {
    const fields = dist/* strictObject */.rej(entries, ({ expected }) => expected === 'never'
        ? `there is no such field; known are ${Object.keys(entries).join(', ')}`
        : 'it is missing');
    const entry = dist/* pipe */.FsL(objectThatIs('it must be an object in braces'), fields);
    return dist/* array */.YOg(entry, `it must be a list such as ${example}`);
}
function readJson({ readInput, problems }, name, schema) {
    const text = readInput(name);
    if (text === '')
        return undefined;
    const json = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(undefined, 'it is not valid JSON'), schema);
    const { issues = [] } = dist/* safeParse */.xLC(json, text);
    for (const { path = [], message } of issues.slice(0, MAX_FAULTS)) {
        problems.push(`Input '${name}' is not valid${placeOf(path)}: ${message}.`);
    }
    if (issues.length > MAX_FAULTS) {
        problems.push(`Input '${name}' is not valid in ${String(issues.length - MAX_FAULTS)} more places.`);
    }
    return issues.length === 0 ? JSON.parse(text) : undefined;
}
function placeOf(path) {
    const place = path.map(({ key }) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`));
    return place.length === 0 ? '' : ` at ${(0,plain/* plainText */.wh)(place.join('').replace(/^\./, ''), inputs_reader/* MAX_SHOWN */.Z1)}`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/huaweicloud/credential/signer.ts
var signer = __webpack_require__(1314);
;// CONCATENATED MODULE: ./src/huaweicloud/obs.ts




const CONTENT_TYPE = 'application/zip';
const MAX_ERROR = 8192;
const MAX_FIELD = 500;
const ENTITIES = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const REFUSED_KEY = [
    'InvalidAccessKeyId',
    'SignatureDoesNotMatch',
    'InvalidToken',
    'ExpiredToken',
];
const PASSING_FAILURES = ['connection', 'timeout', 'cut'];
function uploadRequest(object, body, { key, nowMs }) {
    const contentMd5 = md5(body, 'base64');
    const date = new Date(nowMs).toUTCString();
    const token = (0,omit_undefined/* omitUndefined */.O)({ 'x-obs-security-token': key.securityToken });
    const tokenLines = Object.entries(token).map(([name, value]) => `${name}:${value}`);
    const resource = `/${object.bucket}/${encodeKey(object.key)}`;
    const signed = ['PUT', contentMd5, CONTENT_TYPE, date, ...tokenLines, resource].join('\n');
    const signature = (0,external_node_crypto_.createHmac)('sha1', key.secret).update(signed).digest('base64');
    return {
        method: 'PUT',
        url: objectUrl(object),
        headers: {
            date,
            'content-md5': contentMd5,
            'content-type': CONTENT_TYPE,
            'user-agent': 'wait-for-dlf-task',
            ...token,
            authorization: `OBS ${key.id}:${signature}`,
        },
        body,
    };
}
function readUploadAnswer(result, body) {
    if (result.kind === 'failure') {
        const { reason, status: httpStatus, detail } = result;
        const fault = { reason, ...(0,omit_undefined/* omitUndefined */.O)({ httpStatus, detail }) };
        return { kind: PASSING_FAILURES.includes(reason) ? 'passing' : 'refused', fault };
    }
    const { status, headers } = result;
    const error = readError(result);
    const fault = (reason) => ({ reason, httpStatus: status, error });
    if (status === 200) {
        return isStored(result, body) ? { kind: 'stored' } : { kind: 'passing', fault: fault('unexpected-body') };
    }
    if (error.code === 'RequestTimeTooSkewed') {
        const serverTimeMs = (0,service_answer/* dateHeader */.sJ)(headers);
        return { kind: 'skewed', fault: fault('forbidden'), ...(0,omit_undefined/* omitUndefined */.O)({ serverTimeMs }) };
    }
    if (status === 429)
        return { kind: 'passing', fault: fault('throttled') };
    if (status < 300 || status === 408 || status >= 500)
        return { kind: 'passing', fault: fault('http-status') };
    return { kind: 'refused', fault: fault(refusalOf(status, error.code)) };
}
function refusalOf(status, code) {
    if (status < 400)
        return 'redirected';
    if (REFUSED_KEY.includes(code))
        return 'unauthorized';
    return status === 403 ? 'forbidden' : 'rejected';
}
function isStored({ headers }, body) {
    const isEncrypted = headers['x-obs-server-side-encryption'] !== undefined;
    const etag = headers.etag?.replace(/^W\/|"/g, '').toLowerCase();
    return isEncrypted || etag === md5(body, 'hex');
}
function objectUrl({ endpoint, bucket, key }) {
    const url = new URL(endpoint);
    const isAddress = /^(?:\[.*\]|[\d.]+|localhost)$/.test(url.hostname);
    const host = isAddress ? `${url.host}/${bucket}` : `${bucket}.${url.host}`;
    return new URL(`${url.protocol}//${host}/${encodeKey(key)}`);
}
function encodeKey(key) {
    return key.split('/').map(signer/* encodeSegment */.ug).join('/');
}
function md5(body, encoding) {
    return (0,external_node_crypto_.createHash)('md5').update(body).digest(encoding);
}
function readError({ body, headers }) {
    const text = body.slice(0, MAX_ERROR);
    const requestId = headers['x-obs-request-id'];
    return (0,omit_undefined/* omitUndefined */.O)({
        code: field(text, 'Code'),
        message: field(text, 'Message'),
        requestId: typeof requestId === 'string' ? requestId : field(text, 'RequestId'),
    });
}
function field(xml, name) {
    const content = new RegExp(`<${name}>([^<>]{1,${String(MAX_FIELD)}})</${name}>`).exec(xml)?.[1];
    return content?.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity.slice(1, -1)] ?? entity);
}

;// CONCATENATED MODULE: ./src/upload.ts





const ATTEMPT_LIMIT_MS = 120_000;
async function upload(object, bytes, credential, process) {
    const { runner, clock, serviceClock, cancelled, redact } = process;
    const send = process.connect();
    const startMs = clock.now();
    runner.info(`Uploading to obs://${object.bucket}/${object.key} at ${object.endpoint}.`);
    async function put(key) {
        const request = uploadRequest(object, bytes, { key, nowMs: serviceClock.now() });
        const result = await send(request, cancelled, ATTEMPT_LIMIT_MS);
        return (0,remote_texts/* mapTexts */.z)(readUploadAnswer(result, bytes), redact);
    }
    async function attempt() {
        const key = await credential.accessKey();
        if (key === undefined)
            return noKey(credential);
        const first = await put(key);
        if (first.kind !== 'skewed' || first.serverTimeMs === undefined)
            return first;
        serviceClock.learn(first.serverTimeMs);
        return put(key);
    }
    const last = await (0,retry/* untilSettled */.Q)(attempt, (answer) => (answer.kind === 'passing' ? answer.fault : undefined), {
        ...process,
        onPause(answer, pauseMs) {
            if (answer.kind === 'stored')
                return;
            runner.info(`Not uploaded: ${uploadFault(answer.fault)}. Next attempt in ${(0,duration/* formatDuration */.a)(pauseMs)}.`);
        },
    });
    if (last?.kind === 'stored')
        runner.info(`Uploaded in ${(0,duration/* formatDuration */.a)(clock.now() - startMs)}.`);
    return last;
}
function noKey(credential) {
    const { kind, fault } = credential.problem() ?? { kind: 'final', fault: { reason: 'unauthorized' } };
    return { kind: kind === 'passing' ? 'passing' : 'refused', fault };
}

;// CONCATENATED MODULE: ./src/import.ts












const NEEDED_MS = 360_000;
async function importJobs(process) {
    return publishImport(await outcomeOf(process), process.runner);
}
async function outcomeOf(process) {
    const { runner, readVariable } = process;
    let advice = SETUP_FAILURES.inputs;
    try {
        const inputs = readImportInputs({ readInput: runner.readInput, readVariable });
        advice = SETUP_FAILURES.source;
        if (inputs.kind === 'check')
            return { kind: 'checked', packed: pack(inputs.source, process).packed };
        const source = inputs.upload && { ...inputs.upload, ...pack(inputs.upload.source, process) };
        advice = SETUP_FAILURES['sign-in'];
        return await importWith(inputs, source, process);
    }
    catch (cause) {
        return cause instanceof setup_error/* SetupError */.w
            ? { kind: 'not-started', problems: cause.problems, ...advice }
            : explainInternalError(cause);
    }
}
async function importWith(inputs, source, process) {
    const { used } = inputs.credential;
    process.runner.info(`Signing in with ${used.from}.`);
    const credential = await process.signIn(inputs.credential, NEEDED_MS);
    if (credential === undefined)
        return CANCELLED_IN_TIME;
    if (source !== undefined) {
        const { object, archive } = source;
        const stored = await upload(object, archive.bytes, credential, process);
        if (stored === undefined)
            return CANCELLED_IN_TIME;
        if (stored.kind !== 'stored')
            return explainUpload(stored.fault, object, used);
    }
    const answer = await startImport(inputs, credential, process);
    const { path, sameNamePolicy, targetStatus } = inputs.body;
    if (answer === undefined)
        return CANCELLED_IN_TIME;
    if (answer.kind !== 'started')
        return { ...explainImport(answer, used), path };
    const { taskId, doubt } = answer;
    const warning = doubt && explainDoubt(taskId, doubt);
    const packed = source?.packed;
    return {
        kind: 'started',
        taskId,
        path,
        sameNamePolicy,
        ...(0,omit_undefined/* omitUndefined */.O)({ targetStatus, packed, warning }),
    };
}
function pack(source, { runner, readVariable }) {
    const archive = readSource(source, readVariable('GITHUB_WORKSPACE'));
    const commit = readVariable('GITHUB_SHA');
    const packed = { source, commit, bytes: archive.bytes.length, counts: archive.counts };
    runner.info(`Packed ${source}: ${archiveWords(packed)}.`);
    return { archive, packed };
}
function startImport(inputs, credential, process) {
    const { runner, cancelled, redact } = process;
    const { body, endpoint } = inputs;
    runner.info(`Importing ${body.path} at ${endpoint} (same-name-policy ${body.sameNamePolicy}).`);
    const settings = { ...inputs, language: 'en_us' };
    const call = createImportCall(settings, { ...process, credential });
    return (0,retry/* untilSettled */.Q)(async () => (0,remote_texts/* mapTexts */.z)(await call(body, cancelled), redact), (answer) => (answer.kind === 'not-taken' ? answer.fault : undefined), {
        ...process,
        onPause(answer, pauseMs) {
            if (answer.kind === 'started')
                return;
            const seen = messages/* messages */.DZ.fault(answer.fault);
            runner.info(`Nothing was sent or accepted: ${seen}. Next attempt in ${(0,duration/* formatDuration */.a)(pauseMs)}.`);
        },
    });
}


/***/ })

};
