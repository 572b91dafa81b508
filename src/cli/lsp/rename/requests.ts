import { dirname } from 'node:path';
import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  LSPErrorCodes,
  ResourceOperationKind,
  ResponseError,
  type TextDocumentPositionParams,
  type TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Messages } from '../../messages/messages.ts';
import type { OpenFolders } from '../folder.ts';
import type { Notes } from '../notes.ts';
import { stillWanted } from '../wanted.ts';
import { openStory, storiesIn } from './project-stories.ts';
import { type EditAbility, type Project, prepareRename, RenameError, rename } from './rename.ts';
import type { Story } from './story.ts';

interface Parts {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly notes: Notes;
  readonly folders: OpenFolders;
  readonly client: ClientCapabilities;
}

/** Answers the requests of an editor to rename a slug. */
export function answerRenames({ connection, documents, notes, folders, client }: Parts): void {
  const { documentChanges = false, resourceOperations = [] } = client.workspace?.workspaceEdit ?? {};
  const ability: EditAbility = {
    hasVersions: documentChanges,
    // Some editors that rename files do not say that they accept versions.
    renamesFiles: resourceOperations.includes(ResourceOperationKind.Rename),
  };
  const projectOf = async (
    { textDocument }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<Project> => {
    await stillWanted(token);
    const document = documents.get(textDocument.uri);
    const current = document && (await openStory(document, notes));
    if (!current) throw new RenameError('nothing to rename here', 'Open a note of the project.');
    return { current, others: () => otherStories(current, folders.of(current.path) ?? dirname(current.path), token) };
  };
  const otherStories = async (current: Story, top: string, token: CancellationToken): Promise<readonly Story[]> => {
    const stories: Story[] = [];
    for await (const story of storiesIn(top, documents.all(), notes)) {
      await stillWanted(token);
      if (story.uri !== current.uri) stories.push(story);
    }
    return stories;
  };
  const answered = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
    answer.catch((error: unknown) => {
      throw error instanceof RenameError ? shown(error, notes.messages) : error;
    });
  connection.onPrepareRename((params, token) =>
    answered(projectOf(params, token).then((project) => prepareRename(project, params.position))),
  );
  connection.onRenameRequest((params, token) =>
    answered(projectOf(params, token).then((project) => rename(project, params.position, params.newName, ability))),
  );
}

/** An error that the editor shows, in the language of its messages. */
function shown({ message, advice }: RenameError, { text }: Messages): ResponseError {
  const whole = advice === undefined ? text(message) : `${text(message)}\n${text(advice)}`;
  return new ResponseError(LSPErrorCodes.RequestFailed, whole);
}
