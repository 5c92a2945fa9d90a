import type { APIRoute, GetStaticPaths } from 'astro';
import { toKey } from '../case-routes.ts';
import { handbook } from '../handbook.ts';
import { toVoiceFeed, toVoiceFeedHeaders, type VoiceFeedSource } from '../machine/voice-feeds.ts';
import { languages, type Language } from '../model/language.ts';
import { toArchived, toVoiceArchivePath, toVoiceFeedPath } from '../model/voice-feed.ts';
import { listVoiceFeeds, readVoiceRecords } from '../shelves.ts';

/** A feed of voices, or the archive of all of them: what programs and the search index read. */
type Props = { language: Language; source: VoiceFeedSource } | { archive: Language };

export const getStaticPaths = (async () => [
  ...languages.map((archive) => ({
    params: { voices: toParam(toVoiceArchivePath(archive)) },
    props: { archive },
  })),
  ...(await listVoiceFeeds()).map((props) => ({
    params: { voices: toParam(toVoiceFeedPath(props.source.followed, 'json', props.language)) },
    props,
    ...toKey(props),
  })),
]) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props }) => {
  if ('source' in props)
    return new Response(toVoiceFeed('json', props.language, props.source, handbook), {
      headers: toVoiceFeedHeaders('json'),
    });
  const records = await readVoiceRecords(props.archive);
  return Response.json(records.map((record) => toArchived(record, handbook.address)));
};

const toParam = (path: string): string => path.slice(1, -'.json'.length);
