import { call, field, quoted, remark } from './code.ts';
import { profilesText } from './profiles.ts';

export interface OwnService {
  readonly name: string;
  /** A loopback address, or the name of a target in k6.config.ts. */
  readonly target: string;
  /** Its address. */
  readonly address: string;
  /** Path and query of the page people open first. */
  readonly path: string;
  readonly login: boolean;
  readonly peak: number;
}

const LOGIN = `await user.think('3 s'); // half of the people take longer
        await user.post('log-in', '/login', { json: user.account, safeToRepeat: true }); // a form: \`form\` in place of \`json\`
        // Cookies are kept. An answer with a token: read: (answer) => answer.text('token'), then { bearer: token } in what follows.`;

const NO_LOGIN = `// What people do next, each request with a step of its own:
        // await user.think('3 s');
        // const token = await user.post('log-in', '/login', {
        //   json: { user: 'me', password: 'secret' },
        //   read: (answer) => answer.text('token'),
        // });
        // await user.get('orders', '/orders', { bearer: token });`;

const ACCOUNTS = `
  // A row for each person, here made up; from a file: csv('people.csv', { columns: ['user', 'password'] })
  accounts: made((number) => ({ user: \`user\${number}\`, password: 'secret' })),`;

/** A surge for a service of one's own: one journey that opens a page, and a login as code or as a hint. */
export function ownSurge({ name, target, address, path, login, peak }: OwnService): string {
  const imports = login ? 'constant, defineSurge, made, ramp' : 'constant, defineSurge, ramp';
  return `// People open ${remark(path, 60)} of ${remark(address, 60)}. With the service running:
//   npx surgeproof rehearse ./${name}.surge.ts
import { ${imports} } from 'surgeproof';

export default defineSurge({
  name: '${name}',
  ${field('target', quoted(target), 2)}${login ? ACCOUNTS : ''}

  // A step is one request. Without limits it has the usual ones: p95 1 s, p99 3 s, errors 1 %.
  steps: {
    open: { title: 'Open the first page', p95: '500 ms' },
    ${login ? "'log-in': {}," : "// 'log-in': {},\n    // orders: {},"}
  },

  journeys: {
    visitor: {
      share: 1,
      async run(user) {
        ${call('await user.get', [quoted('open'), quoted(path)], 8)}
${login ? '' : '\n'}        ${login ? LOGIN : NO_LOGIN}
      },
    },
  },

  ${profilesText(peak)}
});
`;
}
