export { engagementsModule } from './module.ts';
