import { becomeNewerRelease } from './newer-release.ts';

becomeNewerRelease();
