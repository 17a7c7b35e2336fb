/** Names of the gazette, without spaces and middle dots, and ours. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['1월1일', 'new_year'],
  ['설날전날', 'seollal_eve'],
  ['설날', 'seollal'],
  ['설날다음날', 'seollal_after'],
  ['31절', 'samil'],
  ['노동절', 'labour_day'],
  ['어린이날', 'childrens_day'],
  ['부처님오신날', 'buddha'],
  ['현충일', 'memorial'],
  ['제헌절', 'constitution_day'],
  ['광복절', 'liberation'],
  ['추석전날', 'chuseok_eve'],
  ['추석', 'chuseok'],
  ['추석다음날', 'chuseok_after'],
  ['개천절', 'foundation'],
  ['한글날', 'hangul'],
  ['기독탄신일', 'christmas'],
]);

/**
 * Translates a holiday name of the Korean gazette into an identifier: a statutory day, its substitute, an election, or a day declared once.
 *
 * @example koreanName('대체공휴일(광복절)') // => 'substitute_liberation'
 * @example koreanName('임시공휴일') // => 'temporary'
 */
export function koreanName(gazette: string): string {
  const text = gazette.replace(/[\s·ㆍ.]/g, '');
  const substitute = /^대체공휴일\((.+)\)$/.exec(text);
  if (substitute !== null) return `substitute_${koreanName(substitute[1]!.replace(/^(설날|추석).*$/, '$1'))}`;
  if (text.includes('선거')) return 'election';
  return NAMES.get(text) ?? 'temporary';
}
