/**
 * The names the report itself uses, where they are not the first name of ISO 3166 in the library's list.
 * `from` and `to` are report years: the name stands on the reports of those years, both ends included.
 * A name without years is one that texts use beside the report's own (abbreviations, official and former names).
 */
export type ReportName = { iso3: string; name: string; from?: number; to?: number };

/** One line per country: its code, then names parted by `|`, each with its years in brackets where it had a time. */
const LINES = `
ANT Netherlands Antilles [2001-2010]
ARE United Arab Emirates [2001-] | UAE | the Emirates
ATG Antigua and Barbuda [2001-] | Antigua & Barbuda | Antigua
BHS The Bahamas [2001-] | Bahamas, The | Commonwealth of The Bahamas
BIH Bosnia and Herzegovina [2001-] | Bosnia | Bosnia & Herzegovina | Bosnia-Herzegovina | BiH
BOL Bolivia [2001-] | Plurinational State of Bolivia
BRN Brunei [2001-] | Brunei Darussalam | Nation of Brunei
CAF Central African Republic [2001-] | CAR | C.A.R.
CHN China [2001-] | China (People's Republic of) | People's Republic of China | PRC | Mainland China
CIV Cote d'Ivoire [2001-] | Ivory Coast | Republic of Cote d'Ivoire | Cote dIvoire
COD Congo, Democratic Republic of the [2001-] | Democratic Republic of Congo | DRC | Congo (DRC) | Congo (Kinshasa) | Congo-Kinshasa | Zaire
COG Congo, Republic of the [2001-] | Republic of Congo | ROC | Congo (ROC) | Congo (Brazzaville) | Congo-Brazzaville
CPV Cape Verde [2001-2014] | Cabo Verde [2015-] | Republic of Cabo Verde
CUW Curacao [2011-] | Curaçao
CZE Czech Republic [2001-2022] | Czechia [2023-]
DEU Germany [2001-] | Federal Republic of Germany
DOM Dominican Republic [2001-] | DR
EGY Egypt [2001-] | Arab Republic of Egypt
FSM Micronesia, Federated States of [2001-] | Federated States of Micronesia | Micronesia | FSM
GBR United Kingdom [2001-] | UK | U.K. | Great Britain
GMB The Gambia [2001-] | Gambia, The
GNB Guinea-Bissau [2001-] | Guinea Bissau
GNQ Equatorial Guinea [2001-]
GUY Guyana [2001-] | Co-operative Republic of Guyana
HKG Hong Kong [2001-] | Hong Kong Special Administrative Region | Hong Kong SAR | HKSAR | Hong Kong Special Administrative Region of the People's Republic of China | Hong Kong, China
IRN Iran [2001-] | Islamic Republic of Iran
KGZ Kyrgyz Republic [2001-2023] | Kyrgyzstan [2024-]
KHM Cambodia [2001-] | Kingdom of Cambodia
KOR South Korea [2001-] | Korea, South | Republic of Korea | Korea, Republic of | ROK
LAO Laos [2001-] | Lao PDR | Lao People's Democratic Republic | Lao People’s Democratic Republic | LPDR
LBY Libya [2001-] | Libyan Arab Jamahiriya | Great Socialist People's Libyan Arab Jamahiriya
LCA Saint Lucia [2001-] | St. Lucia
MAC Macau [2001-] | Macao | Macau Special Administrative Region | Macao Special Administrative Region | Macau SAR | Macao SAR | MSAR | Macau Special Administrative Region of the People's Republic of China | Macau, China
MDA Moldova [2001-] | Republic of Moldova
MHL Marshall Islands [2001-] | Republic of the Marshall Islands | RMI
MKD Macedonia [2001-2018] | North Macedonia [2019-] | Former Yugoslav Republic of Macedonia | Macedonia, The Former Yugoslav Republic of | FYROM | Republic of Macedonia
MMR Burma [2001-] | Myanmar | Burma (Myanmar) | Union of Myanmar
NLD Netherlands [2001-] | The Netherlands | Kingdom of the Netherlands | Holland
PNG Papua New Guinea [2001-] | PNG
PRK North Korea [2001-] | Korea, North | Democratic People's Republic of Korea | Korea, Democratic People's Republic of | Democratic Peoples Republic of Korea | DPRK | D.P.R.K.
PSE West Bank and Gaza | Palestinian Authority | Palestinian Territories
RUS Russia [2001-] | Russian Federation
SCG Serbia and Montenegro [2003-2006] | Serbia-Montenegro | Serbia & Montenegro | Yugoslavia, Federal Republic of [2001-2002] | Federal Republic of Yugoslavia | Yugoslavia | FRY
SLB Solomon Islands [2001-] | Solomons
SOM Somalia [2001-] | Federal Republic of Somalia
SSD South Sudan [2012-] | Republic of South Sudan
SUR Suriname [2001-] | Surinam
SVK Slovak Republic [2001-2012] | Slovakia [2013-]
SVN Slovenia [2001-]
SWZ Swaziland [2001-2018] | Eswatini [2019-] | eSwatini | Kingdom of Swaziland | Kingdom of Eswatini
SXM St. Maarten [2011-2022] | Sint Maarten [2023-] | Saint Maarten
SYR Syria [2001-] | Syrian Arab Republic
TCA Turks and Caicos
TLS East Timor [2001-2004] | Timor-Leste [2005-] | Timor Leste | Democratic Republic of Timor-Leste
TTO Trinidad and Tobago [2001-] | Trinidad & Tobago | Trinidad
TUR Turkey [2001-2022] | Türkiye [2023-] | Turkiye | Republic of Turkey
TWN Taiwan [2001-] | Taiwan, Province of China
TZA Tanzania [2001-] | United Republic of Tanzania
USA United States of America [2010-] | United States | U.S.
VAT Holy See | Vatican
VCT Saint Vincent and the Grenadines [2001-] | St. Vincent and the Grenadines | St. Vincent & the Grenadines | Saint Vincent
VEN Venezuela [2001-] | Bolivarian Republic of Venezuela
VNM Vietnam [2001-] | Viet Nam | Socialist Republic of Vietnam
XKX Kosovo [2008-] | Republic of Kosovo
YEM Yemen [2001-] | Republic of Yemen
`;

export const REPORT_NAMES: readonly ReportName[] = LINES.trim().split('\n').flatMap(readLine);

function readLine(line: string): ReportName[] {
  const iso3 = line.slice(0, 3);
  return line
    .slice(4)
    .split('|')
    .map((part) => readName(iso3, part.trim()));
}

function readName(iso3: string, part: string): ReportName {
  const dated = /^(.*) \[(\d{4})-(\d{4})?\]$/.exec(part);
  if (dated === null) return { iso3, name: part };
  const [, name = part, from, to] = dated;
  return { iso3, name, from: Number(from), ...(to === undefined ? {} : { to: Number(to) }) };
}
