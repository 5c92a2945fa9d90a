import type { APIRoute, GetStaticPaths } from 'astro';
import { toKey } from '../case-routes.ts';
import { handbook } from '../handbook.ts';
import { toVoiceFeed, toVoiceFeedHeaders, type VoiceFeedSource } from '../machine/voice-feeds.ts';
import type { Language } from '../model/language.ts';
import { toVoiceFeedPath } from '../model/voice-feed.ts';
import { listVoiceFeeds } from '../shelves.ts';

interface Props {
  language: Language;
  source: VoiceFeedSource;
}

export const getStaticPaths = (async () =>
  (await listVoiceFeeds()).map((props) => ({
    params: {
      voices: toVoiceFeedPath(props.source.followed, 'atom', props.language).slice(
        1,
        -'.atom'.length,
      ),
    },
    props,
    ...toKey(props),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { language, source } }) =>
  new Response(toVoiceFeed('atom', language, source, handbook), {
    headers: toVoiceFeedHeaders('atom'),
  });
