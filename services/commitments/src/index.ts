export { commitmentsModule } from './module.ts';
