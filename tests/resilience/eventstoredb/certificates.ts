import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Of an authority that nobody else trusts. */
export interface Certificates {
  /** The authority's, for clients. */
  readonly caFile: string;
  /** What a KurrentDB is started with, to be known by them. */
  readonly options: readonly string[];
}

const openssl = promisify(execFile);
const NEW = ['req', '-x509', '-newkey', 'rsa:2048', '-noenc', '-days', '2'];

/** Makes an authority, and has it sign the certificate of a server on this machine, in a folder of their own. */
export const certificatesIn = async (folder: string): Promise<Certificates> => {
  const roots = join(folder, 'roots');
  mkdirSync(roots, { recursive: true });
  const [caFile, caKey] = [join(roots, 'ca.crt'), join(folder, 'ca.key')];
  const [file, key] = [join(folder, 'node.crt'), join(folder, 'node.key')];
  const authority = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign'];
  // A KurrentDB refuses to start with less.
  const node = [
    'basicConstraints=critical,CA:FALSE',
    'keyUsage=critical,digitalSignature,keyEncipherment',
    'extendedKeyUsage=serverAuth,clientAuth',
    'subjectAltName=IP:127.0.0.1',
  ];
  const saying = (extensions: readonly string[]) => extensions.flatMap((text) => ['-addext', text]);
  const own = ['-subj', '/CN=Kaldara authority', '-keyout', caKey, '-out', caFile];
  const signed = ['-subj', '/CN=eventstoredb-node', '-CA', caFile, '-CAkey', caKey, '-keyout', key, '-out', file];
  await openssl('openssl', [...NEW, ...own, ...saying(authority)]);
  await openssl('openssl', [...NEW, ...signed, ...saying(node)]);
  const options = {
    'certificate-file': file,
    'certificate-private-key-file': key,
    'trusted-root-certificates-path': roots,
  };
  return { caFile, options: Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]) };
};
