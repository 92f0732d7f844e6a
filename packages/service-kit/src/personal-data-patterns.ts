/** What a person could be found by. */
export type PersonalDataKind =
  | 'email-address'
  | 'telephone-number'
  | 'passport-number'
  | 'identity-number'
  | 'case-number'
  | 'date-of-birth'
  | 'name-with-age';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = '(?:19|20)\\d{2}';
const FULL_DATE = `(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+${YEAR})`;
/** What stands between a label and its value: "No.", "number:", "#", "is". */
const IS = '(?:[\\s:#=(-]|\\b(?:is|was|no|number|nr)\\b\\.?|№|n[°º]){0,9}';
/** A number as papers carry it: letters and digits mixed, three digits at least. */
const PAPER_NUMBER =
  '(?!(?:19|20)\\d{2}(?![\\p{L}\\d/-]))(?=[\\p{L}\\d/-]*\\d[\\p{L}/-]*\\d[\\p{L}/-]*\\d)[\\p{L}\\d][\\p{L}\\d/-]{3,}';
const AGE = '(?:[1-9]|[1-7]\\d)';
const label = (words: string, value: string) => new RegExp(`\\b(?:${words})\\b\\.?${IS}${value}`, 'iu');

/** Words that begin with a capital and are not part of a person’s name. */
const NO_NAME = `(?:${`
  Act Acts Agency Agenda Airport All Annex April Article Articles Association August Authority Bank Between
  Bill Boys Branch Bureau Cabinet Center Centre Chapter Children City Code Commission Committee Company
  Conference Convention Corporation Council County Court Courts Criteria Criterion December Decree Department
  Directorate District Division Embassy February Federation Figure Force Forces Forum Framework Friday From
  Fund Girls Goal Goals Government Group Guard Hospital Hotel House In Index Indicator Initiative Inspectorate
  Island Islands January July June Kingdom Labor Labour Law List March May Minimum Minister Ministries Ministry
  Minors Monday Nations Network November Objective October Of Office Officials On Operative Parliament Part
  Penal Persons Phase Pillar Plan Police Port Prison Process Program Programme Project Prosecutors Protocol
  Province Recommendation Recommendations Region Regulation Report Republic Resolution River Roadmap Room Rule
  Saturday Schedule Secretariat Section Sections Senate September Service Services Session Shelter Shelters
  Since Standard Standards State States Strategy Street Students Sunday Survivors Table Target Taskforce The
  These Those Thursday Tier Title Treaty Tuesday Union Unit University Victims Village Watch Wednesday Women
  Workers Working Youth
`
  .trim()
  .replace(/\s+/g, '|')})`;
/** Places of two words: beside a number they are where so many victims came from, or where one met on a day. */
const PLACE =
  '(?:Abu Dhabi|Addis Ababa|Buenos Aires|Burkina Faso|Cabo Verde|Cape Town|Cape Verde|Costa Rica|El Salvador|Hong Kong|Kuala Lumpur|Marshall Islands|Mexico City|New Delhi|New York|New Zealand|Papua New Guinea|Phnom Penh|Port of Spain|Puerto Rico|Saint Lucia|San José|San Jose|San Marino|Santo Domingo|Saudi Arabia|Sierra Leone|Solomon Islands|South Africa|South Korea|South Sudan|Sri Lanka|Tel Aviv|Timor Leste|Trinidad and Tobago|Viet Nam)';
const NAME_WORD = `(?!(?:${NO_NAME}|${PLACE})\\b)(?:\\p{Lu}[\\p{Ll}’'-]+(?:\\p{Lu}\\p{Ll}+)?|\\p{Lu}\\.)`;
const NAME = `(?<![\\p{L}.])${NAME_WORD}`;
/** What follows a first name: another name, or the letter to which it was shortened. */
const NAME_PART = `(?:${NAME_WORD}|\\p{Lu}(?!\\p{L}))`;
const NAMES = `${NAME}(?:\\s?${NAME_PART}){0,3}`;
const FULL_NAME = `${NAME}(?:\\s?(?:(?:al|bin|bint|da|de|del|van|von)[\\s-])?${NAME_PART}){1,3}`;
const PERSON =
  '(?:victim|survivor|girl|boy|child|minor|teenager|woman|man|complainant|infant|juvenile|youth|student|maid|worker)';
const IDENTIFIED = '(?:named|called|identified as|known as)';

/**
 * What each kind looks like. A pattern may miss; it must hardly ever strike a sentence that a diplomat writes about
 * governments, laws and numbers of cases, or officers learn to write around it.
 */
export const personalDataPatterns: Readonly<Record<PersonalDataKind, readonly RegExp[]>> = {
  'email-address': [
    /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u,
    /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+\s*[[(]\s*at\s*[\])]\s*[\p{L}\d-]+\s*(?:\.|[[(]\s*dot\s*[\])])\s*\p{L}{2,}/iu,
  ],
  'telephone-number': [
    /(?<![\d\p{L}])(?:\+|00)\s?\d(?:[\s().-]{0,2}\d){7,14}(?!\d)/u,
    /(?<![\d.,/-])\(?0\d{1,4}\)?[\s.-]?\d{3,4}[\s.-]?\d{3,4}(?![\d/-])/u,
    /(?<![\d.,/-])\(?[2-9]\d{2}\)?[\s.-]\d{3}[\s.-]\d{4}(?![\d/-])/u,
    label(
      'tel|telephone|telephone number|phone|phone number|mobile|mobile number|cell|cellphone|whatsapp|viber|teléfono|téléphone',
      '\\(?\\+?\\d(?:[\\s().-]{0,2}\\d){5,14}',
    ),
  ],
  'passport-number': [
    label(
      'pass(?:e)?port|ppt|pasaporte|passaporte|reisepass|travel document|паспорт',
      `(?:\\p{Lu}{1,2}\\s)?${PAPER_NUMBER}`,
    ),
    /(?<![\p{L}\d/-])\p{Lu}{1,2}\d{6,8}(?![\p{L}\d/-])/u,
  ],
  'identity-number': [
    label(
      'national id|national identity|national identification|identity card|identification card|identity document|id card|id|nin|cnic|nid|aadhaar|ssn|social security|cédula|cedula|dni|curp|birth certificate|residence permit|visa',
      PAPER_NUMBER,
    ),
    label('ssn|social security|aadhaar', '\\d{3,4}[\\s-]\\d{2,4}[\\s-]\\d{4}'),
    /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/,
    /(?<![\d-])\d{5}-\d{7}-\d(?![\d-])/,
    /(?<![\d.,/-])\d{9,16}(?![\d.,/-]*\d)/,
  ],
  'case-number': [
    label(
      'case (?:no|number|file|ref|reference|id)|docket|police report|complaint (?:no|number)|incident (?:no|number|report)|file (?:no|number)|victim (?:id|no|number|file)|referral (?:no|number|id)|dossier (?:no|number)|fir (?:no|number)|expediente',
      '(?=[\\p{L}/-]*\\d)[\\p{L}\\d][\\p{L}\\d/-]{1,}',
    ),
    /\bcase\s+#?(?=[\p{L}/-]*\d)[\p{L}\d]+[/-][\p{L}\d/-]*\d{2,}/iu,
  ],
  'date-of-birth': [
    new RegExp(
      `\\b(?:born|date of birth|birth date|birthdate|d\\.?o\\.?b|née?(?: le)?|nacid[ao]|fecha de nacimiento|date de naissance)\\b\\.?[\\s:(]*(?:on|the|le|el|is|was)?\\s*${FULL_DATE}`,
      'iu',
    ),
    new RegExp(`\\b(?:date of birth|birth date|birthdate|d\\.?o\\.?b)\\b\\.?[\\s:(]*${YEAR}`, 'iu'),
    new RegExp(`${FULL_NAME},?\\s+(?:\\(?b\\.|\\(?born)\\s*(?:in\\s+)?(?:${MONTH}\\s+)?${YEAR}`, 'u'),
  ],
  'name-with-age': [
    new RegExp(
      `${FULL_NAME}\\s*(?:,\\s*${AGE}(?=\\s*(?:[;.)]|,(?!\\s*\\d))|\\s+(?:and(?!\\s+\\d)|was|is|from|who|has|had)\\b)|\\(${AGE}(?:\\s*(?:years?|yrs?|y/?o)\\b[^)]{0,8})?\\))`,
      'u',
    ),
    new RegExp(`${NAME},\\s*${AGE},?\\s+(?:is|was|who|has|had|said|says|told)\\b`, 'u'),
    new RegExp(`${NAMES}\\s*[,(]\\s*(?:aged?|age of)\\s+${AGE}\\b`, 'u'),
    new RegExp(`${NAMES},?\\s*\\(?(?:an?\\s+)?${AGE}[\\s-]*(?:years?[\\s-]old|y/?o\\b|yrs?\\b)`, 'u'),
    new RegExp(
      `${NAMES},?\\s+(?:who\\s+)?(?:is|was|turned)\\s+(?:only\\s+|just\\s+)?(?:aged\\s+)?${AGE}\\s*(?:years?\\s(?:old|of\\sage)\\b|[,.;]|$)`,
      'u',
    ),
    new RegExp(`\\b${AGE}[\\s-]+years?[\\s-]+old\\s+(?:${PERSON}\\s*,?\\s*)?(?:${IDENTIFIED}\\s+)?${NAME}`, 'u'),
    new RegExp(
      `\\b${PERSON}\\s*,?\\s*(?:${IDENTIFIED}\\s+)?${NAMES}\\s*[,(]\\s*(?:aged?\\s+)?${AGE}\\b(?!\\s*(?:percent|per cent|%))`,
      'u',
    ),
  ],
};
