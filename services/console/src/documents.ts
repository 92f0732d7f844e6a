/** What the pages ask, for whoever measures the answers to it. Nothing here needs a browser. */
export { CountriesDocument } from './pages/countries/countries.document.ts';
export { CountryDocument } from './pages/country/country.document.ts';
export { WayTimelineDocument } from './pages/recommendation/way-timeline.document.ts';
export { RecommendationsDocument } from './pages/recommendations/recommendations.document.ts';
