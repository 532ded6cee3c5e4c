import { chunked, forwarded, type HostileCase, harmless, NEXT, post, refused, SMUGGLED } from "./hostile-case.ts";

/** Lines that one of two servers takes for chunked and the other does not. */
const DISGUISED: readonly (readonly [title: string, line: string])[] = [
  ["space before the colon", "Transfer-Encoding : chunked"],
  ["tab before the colon", "Transfer-Encoding\t: chunked"],
  ["space before the name", " Transfer-Encoding: chunked"],
  ["tab before the name", "\tTransfer-Encoding: chunked"],
  ["tab before the value", "Transfer-Encoding:\tchunked"],
  ["tab after the value", "Transfer-Encoding: chunked\t"],
  ["vertical tab before the value", "Transfer-Encoding:\vchunked"],
  ["vertical tab after the value", "Transfer-Encoding: chunked\v"],
  ["form feed after the value", "Transfer-Encoding: chunked\f"],
  ["NUL before the value", "Transfer-Encoding: \0chunked"],
  ["NUL after the value", "Transfer-Encoding: chunked\0"],
  ["NUL in the value", "Transfer-Encoding: chun\0ked"],
  ["NUL in the name", "Transfer-Encoding\0: chunked"],
  ["no-break space before the value", "Transfer-Encoding: \xa0chunked"],
  ["next-line character before the value", "Transfer-Encoding: \x85chunked"],
  ["byte 255 before the value", "Transfer-Encoding: \xffchunked"],
  ["long s for s, in UTF-8", "Transfer-Encoding: chunked\xc5\xbf"],
  ["Kelvin sign for k, in UTF-8", "Transfer-Encoding: chun\xe2\x84\xaaed"],
  ["a letter too many in front", "Transfer-Encoding: xchunked"],
  ["a letter too many at the end", "Transfer-Encoding: chunkedx"],
  ["identity", "Transfer-Encoding: identity"],
  ["a coding nobody knows", "Transfer-Encoding: cow"],
  ["empty value", "Transfer-Encoding:"],
  ["gzip before chunked", "Transfer-Encoding: gzip, chunked"],
  ["identity before chunked", "Transfer-Encoding: identity, chunked"],
  ["identity after chunked", "Transfer-Encoding: chunked, identity"],
  ["gzip after chunked", "Transfer-Encoding: chunked, gzip"],
  ["chunked twice", "Transfer-Encoding: chunked, chunked"],
  ["comma after", "Transfer-Encoding: chunked,"],
  ["comma before", "Transfer-Encoding: ,chunked"],
  ["parameter", "Transfer-Encoding: chunked;q=1"],
  ["double quotes", 'Transfer-Encoding: "chunked"'],
  ["single quotes", "Transfer-Encoding: 'chunked'"],
  ["brackets", "Transfer-Encoding: [chunked]"],
  ["value on a folded line", "Transfer-Encoding:\r\n chunked"],
  ["value on a line folded by a tab", "Transfer-Encoding:\r\n\tchunked"],
  ["value after a bare LF", "Transfer-Encoding:\n chunked"],
  ["folded line of blanks after it", "Transfer-Encoding: chunked\r\n "],
  ["colon on the next line", "Transfer-Encoding\r\n: chunked"],
  ["bare CR at its end", "Transfer-Encoding: chunked\r"],
  ["hidden behind a bare CR", "X: y\rTransfer-Encoding: chunked"],
  ["hidden behind a bare LF", "X: y\nTransfer-Encoding: chunked"],
  ["hidden in a folded line", "X: y\r\n Transfer-Encoding: chunked"],
  ["hidden behind a NUL", "X: y\0\r\nTransfer-Encoding: chunked"],
  ["behind a line without a name", ": x\r\nTransfer-Encoding: chunked"],
  ["behind a line without a colon", "x\r\nTransfer-Encoding: chunked"],
  ["space in the name", "Transfer Encoding: chunked"],
  ["equals sign for the colon", "Transfer-Encoding= chunked"],
  ["full-width hyphen in the name", "Transfer\xef\xbc\x8dEncoding: chunked"],
  ["second line says identity", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"],
  ["second line in another case", "Transfer-Encoding: chunked\r\ntransfer-encoding: chunked"],
  ["first line says gzip", "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked"],
  ["second line is empty", "Transfer-Encoding: chunked\r\nTransfer-Encoding:"],
];

const SMUGGLING = `0\r\n\r\n${SMUGGLED}`;
const withLength = (line: string) => post(`Content-Length: ${SMUGGLING.length}\r\n${line}\r\n`, SMUGGLING);

/** One server goes by Content-Length, the other by a coding that only it recognises (CL.TE, TE.CL, TE.TE). */
export const LENGTH_AND_CODING: readonly HostileCase[] = [
  refused("length, then coding", withLength("Transfer-Encoding: chunked")),
  refused(
    "coding, then length",
    post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", `5c\r\n${SMUGGLED}\r\n0\r\n\r\n`),
  ),
  refused("coding in capitals", withLength("TRANSFER-ENCODING: CHUNKED")),
  refused(
    "coding between two lengths",
    post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"),
  ),
  refused("length of zero and coding", post("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", SMUGGLING)),
  refused(
    "in HTTP/1.0",
    `POST /release/ HTTP/1.0\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${SMUGGLING}`,
  ),
  refused(
    "on GET",
    `GET /release/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${SMUGGLING}`,
  ),
  ...DISGUISED.map(([title, line]) => refused(`length, and coding with ${title}`, withLength(line))),
  // Backends that map hyphens to underscores would take these for the real thing.
  harmless(
    "an underscore in the coding's name",
    withLength("Transfer_Encoding: chunked"),
    forwarded("POST /", "", SMUGGLING),
  ),
  harmless("an underscore in the length's name", chunkedWith("Content_Length: 4"), forwarded("POST /", "", "abc")),
];

function chunkedWith(line: string): string {
  return post(`Transfer-Encoding: chunked\r\n${line}\r\n`, "3\r\nabc\r\n0\r\n\r\n");
}

/** No length beside it: who does not recognise the coding takes the body for the next request (TE.0). */
export const CODING_ALONE: readonly HostileCase[] = [
  ...DISGUISED.map(([title, line]) => refused(`coding with ${title}`, post(`${line}\r\n`, SMUGGLING))),
  refused("coding in HTTP/1.0", `POST /release/ HTTP/1.0\r\n${"Transfer-Encoding: chunked\r\n"}\r\n${SMUGGLING}`),
  harmless(
    "coding in odd case",
    post("tRANSFER-eNCODING: cHUNKED\r\n", `3\r\nabc\r\n0\r\n\r\n${NEXT}`),
    forwarded("POST /", "", "abc"),
    forwarded("GET /next"),
  ),
  harmless(
    "coding with spaces around",
    post("Transfer-Encoding:   chunked  \r\n", `3\r\nabc\r\n0\r\n\r\n${NEXT}`),
    forwarded("POST /", "", "abc"),
    forwarded("GET /next"),
  ),
  harmless(
    "chunks that look like a request",
    chunked(`${SMUGGLED.length.toString(16)}\r\n${SMUGGLED}\r\n0\r\n\r\n`),
    forwarded("POST /", "", SMUGGLED),
  ),
];
