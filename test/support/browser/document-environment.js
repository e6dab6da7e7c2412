// Plain JavaScript: Jest loads environments before it transforms anything.
import { TestEnvironment } from 'jest-environment-jsdom';

/** jsdom with what it lacks of a browser's network, taken from Node; what is asked of the server goes to the `answer` that a test sets. */
export default class DocumentEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, {
      AbortController,
      AbortSignal,
      Headers,
      ReadableStream,
      Request,
      Response,
      TextDecoder,
      TextEncoder,
      fetch: (request) => this.global.answer(request),
    });
  }
}
