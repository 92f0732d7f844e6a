import { describe, expect, test } from 'vitest';
import { countryInAddress, countryOfPost } from '../country/country-in-address.ts';
import { countryRegister } from '../country/country-register.ts';
import { countryAtEnd, countryAtStart } from '../country/match-country.ts';

const register = countryRegister(undefined);

describe('the register of countries', () => {
  test.each([
    ['Burma', 'MMR'],
    ['Myanmar', 'MMR'],
    ["COTE D'IVOIRE", 'CIV'],
    ['Côte d’Ivoire', 'CIV'],
    ['Ivory Coast', 'CIV'],
    ['Turkey', 'TUR'],
    ['TÜRKIYE', 'TUR'],
    ['Türkiye', 'TUR'],
    ['Swaziland', 'SWZ'],
    ['Kingdom of Eswatini', 'SWZ'],
    ['Hong Kong Special Administrative Region', 'HKG'],
    ['Macao', 'MAC'],
    ['Macau Special Administrative Region', 'MAC'],
    ['Kosovo', 'XKX'],
    ["Democratic People's Republic of Korea", 'PRK'],
    ['Democratic People’s Republic of Korea', 'PRK'],
    ['DPRK', 'PRK'],
    ['Korea, Republic of', 'KOR'],
    ['FSM', 'FSM'],
    ['Micronesia, Federated States of', 'FSM'],
    ['MICRONESIA', 'FSM'],
    ['RMI', 'MHL'],
    ['Marshall Islands', 'MHL'],
    ['Congo, Democratic Republic of the', 'COD'],
    ['Republic of the Congo', 'COG'],
    ['The Bahamas', 'BHS'],
    ['BAHAMAS, THE', 'BHS'],
    ['Gambia, The', 'GMB'],
    ['Cape Verde', 'CPV'],
    ['Cabo Verde', 'CPV'],
    ['Macedonia', 'MKD'],
    ['East Timor', 'TLS'],
    ['Timor-Leste', 'TLS'],
    ['Kyrgyz Republic', 'KGZ'],
    ['Czech Republic', 'CZE'],
    ['St. Lucia', 'LCA'],
    ['Antigua & Barbuda', 'ATG'],
    ['Serbia and Montenegro', 'SCG'],
    ['Netherlands Antilles', 'ANT'],
    ['Curaçao', 'CUW'],
    ['St. Maarten', 'SXM'],
    ['South Sudan', 'SSD'],
    ['KIR', 'KIR'],
    ['NZ', 'NZL'],
  ])('knows %s as %s', (name, iso3) => {
    expect(register.find(name)).toBe(iso3);
  });

  test('names a country as the report of the year does', () => {
    expect(register.nameOf('SWZ', 2015)).toBe('Swaziland');
    expect(register.nameOf('SWZ', 2021)).toBe('Eswatini');
    expect(register.nameOf('MKD', 2018)).toBe('Macedonia');
    expect(register.nameOf('MKD', 2019)).toBe('North Macedonia');
    expect(register.nameOf('TLS', 2003)).toBe('East Timor');
    expect(register.nameOf('NOR', null)).toBe('Norway');
  });

  test('takes a name that two countries share for neither', () => {
    expect(register.find('Congo')).toBeUndefined();
    expect(register.find('Korea')).toBeUndefined();
  });

  test('finds a name only whole', () => {
    expect(countryAtStart('Guinea West is far', register)).toBeNull();
    expect(countryAtStart('Guinea-Bissau does not', register)).toMatchObject({ iso3: 'GNB' });
    expect(countryAtEnd('therefore Papua New Guinea', register)).toMatchObject({ iso3: 'PNG' });
  });

  test('tells a territory from the state it belongs to, and a style from the name in it', () => {
    const macau = 'Macau Special Administrative Region (MSAR) of the People’s Republic of China does not';
    expect(countryAtStart(macau, register)).toMatchObject({ iso3: 'MAC' });
    expect(countryAtStart('the Kingdom of Lesotho does not', register)).toMatchObject({ iso3: 'LSO' });
    expect(countryAtStart('the Union of the Comoros does not', register)).toMatchObject({ iso3: 'COM' });
  });

  test('takes further countries, such as those of a demonstration', () => {
    const own = countryRegister([{ iso3: 'XKD', name: 'Kaldara', otherNames: ['RKD'] }]);
    expect(own.find('Republic of Kaldara')).toBeUndefined();
    expect(countryAtStart('the Republic of Kaldara fully', own)).toMatchObject({ iso3: 'XKD' });
    expect(own.find('RKD')).toBe('XKD');
    expect(own.find('Norway')).toBe('NOR');
    expect(register.find('Kaldara')).toBeUndefined();
  });
});

describe('a country in an address', () => {
  test.each([
    ['https://www.state.gov/reports/2019-trafficking-in-persons-report-2/palau/', 'PLW'],
    ['https://www.state.gov/reports/2023-trafficking-in-persons-report/micronesia', 'FSM'],
    ['https://2017-2021.state.gov/reports/2020-trafficking-in-persons-report/georgia/index.html', 'GEO'],
    ['http://www.refworld.org/country,,USDOS,,NOR,,4680d81023,0.html', 'NOR'],
    ['http://www.refworld.org/country,COI,USDOS,,ISL,,5959ecbca,0.html', 'ISL'],
    ['http://gvnet.com/humantrafficking/SolomonIslands-2.htm', 'SLB'],
    ['http://gvnet.com/humantrafficking/Antigua&Barbuda-2.htm', 'ATG'],
    ['https://news.example/stories/1-2023-trafficking-in-persons-report-timor-leste', 'TLS'],
  ])('%s is %s', (address, iso3) => {
    expect(countryInAddress(address, register)?.iso3).toBe(iso3);
  });

  test('is not read from what only looks like one', () => {
    expect(countryInAddress('https://www.ecoi.net/en/document/2077667.html', register)).toBeNull();
    expect(
      countryInAddress('https://www.state.gov/reports/2025-trafficking-in-persons-report-72/', register),
    ).toBeNull();
  });

  test('of a post counts by itself, since posts cover several countries', () => {
    expect(countryOfPost('https://ge.usembassy.gov/report/', register)?.iso3).toBe('GEO');
  });
});
