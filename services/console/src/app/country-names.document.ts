export const CountryNamesDocument = /* GraphQL */ `
  query CountryNames { countries(first: 200) { nodes { code name } } }`;
