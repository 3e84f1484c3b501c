//! A reporter of Node's test runner: one line a failed test, with its file, its name and the reason.

/** A test fails with its parts; the parts are what one has to look at. */
const isOfParts = (error) => error?.failureType === 'subtestsFailed';

const inOneLine = (text) => String(text ?? '').replace(/\s+/g, ' ').trim();

export default async function* failures(events) {
  for await (const { type, data } of events) {
    const error = data?.details?.error;
    if (type !== 'test:fail' || isOfParts(error)) continue;
    const why = inOneLine(error?.cause?.message ?? error?.message).slice(0, 400);
    yield `${[data.file ?? data.name, data.name, why].map(inOneLine).join('\t')}\n`;
  }
}
