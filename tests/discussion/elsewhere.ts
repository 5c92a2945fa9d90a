import { DatabaseSync } from 'node:sqlite';

/** Files of other systems, written after what those systems write. Everything in them is made up. */

const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

export interface WordPressComment {
  id: number;
  parent?: number;
  words?: string;
  author?: string;
  email?: string;
  approved?: string;
  type?: string;
  date?: string;
}

export interface WordPressPost {
  id: number;
  title?: string;
  slug?: string;
  link?: string;
  html?: string;
  status?: string;
  type?: string;
  comments?: readonly WordPressComment[];
}

const toComment = (one: WordPressComment): string => `
    <wp:comment>
      <wp:comment_id>${one.id}</wp:comment_id>
      <wp:comment_author>${cdata(one.author ?? 'Sanne')}</wp:comment_author>
      <wp:comment_author_email>${one.email ?? 'sanne@voorbeeld.nl'}</wp:comment_author_email>
      <wp:comment_author_url>https://voorbeeld.nl/?a=1&b=2</wp:comment_author_url>
      <wp:comment_author_IP>203.0.113.7</wp:comment_author_IP>
      <wp:comment_date>2019-05-02 10:00:00</wp:comment_date>
      <wp:comment_date_gmt>${one.date ?? `2019-05-02 08:00:${String(one.id % 60).padStart(2, '0')}`}</wp:comment_date_gmt>
      <wp:comment_content>${cdata(one.words ?? `Reactie ${one.id}`)}</wp:comment_content>
      <wp:comment_approved>${one.approved ?? '1'}</wp:comment_approved>
      <wp:comment_type>${one.type ?? 'comment'}</wp:comment_type>
      <wp:comment_parent>${one.parent ?? 0}</wp:comment_parent>
      <wp:comment_user_id>0</wp:comment_user_id>
    </wp:comment>`;

const toItem = ({ id, comments = [], ...post }: WordPressPost): string => `
  <item>
    <title>${post.title ?? `Bericht ${id}`}</title>
    <link>${post.link ?? `https://oud.voorbeeld.nl/2019/05/bericht-${id}/`}</link>
    <dc:creator>${cdata('redacteur')}</dc:creator>
    <content:encoded>${cdata(post.html ?? '<!-- wp:paragraph --><p>Een <b>alinea</b> van een bericht, lang genoeg om samen te vatten.</p>')}</content:encoded>
    <excerpt:encoded>${cdata('')}</excerpt:encoded>
    <wp:post_id>${id}</wp:post_id>
    <wp:post_date>2019-05-01 09:30:00</wp:post_date>
    <wp:post_date_gmt>2019-05-01 07:30:00</wp:post_date_gmt>
    <wp:post_name>${post.slug ?? `bericht-${id}`}</wp:post_name>
    <wp:status>${post.status ?? 'publish'}</wp:status>
    <wp:post_type>${post.type ?? 'post'}</wp:post_type>
    <wp:post_password></wp:post_password>
    <category domain="category" nicename="samenwerken">${cdata('Samenwerken')}</category>${comments.map(toComment).join('')}
  </item>`;

/** An export of WordPress, in the form it has had since 2011 (WXR 1.2). */
export const toWxr = (
  posts: readonly WordPressPost[],
): string => `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file. -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
  <title>Oud</title>
  <link>https://oud.voorbeeld.nl</link>
  <wp:wxr_version>1.2</wp:wxr_version>
  <wp:base_site_url>https://oud.voorbeeld.nl</wp:base_site_url>
  <wp:base_blog_url>https://oud.voorbeeld.nl</wp:base_blog_url>${posts.map(toItem).join('')}
</channel>
</rss>
`;

export interface DisqusPost {
  id: string;
  thread?: string;
  parent?: string;
  message?: string;
  deleted?: boolean;
  spam?: boolean;
}

/** An export of Disqus. */
export const toDisqus = (
  links: Record<string, string>,
  posts: readonly DisqusPost[],
): string => `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<category dsq:id="1"><forum>oud</forum><title>General</title><isDefault>true</isDefault></category>
${Object.entries(links)
  .map(
    ([id, link]) =>
      `<thread dsq:id="${id}"><id/><forum>oud</forum><category dsq:id="1"/><link>${link}</link><title>Bericht</title><message/><createdAt>2018-01-01T10:00:00Z</createdAt><author><name>Redactie</name><isAnonymous>false</isAnonymous><username>redactie</username></author><isClosed>false</isClosed><isDeleted>false</isDeleted></thread>`,
  )
  .join('\n')}
${posts
  .map(
    ({
      id,
      thread = '10',
      parent,
      message = `<p>Reactie ${id}</p>`,
      deleted = false,
      spam = false,
    }) =>
      `<post dsq:id="${id}"><id/><message>${cdata(message)}</message><createdAt>2018-02-0${(Number(id) % 9) + 1}T10:00:00Z</createdAt><isDeleted>${String(deleted)}</isDeleted><isSpam>${String(spam)}</isSpam><author><email>karim@voorbeeld.nl</email><name>Karim</name><isAnonymous>false</isAnonymous><username>karim</username></author><ipAddress>203.0.113.8</ipAddress><thread dsq:id="${thread}"/>${parent === undefined ? '' : `<parent dsq:id="${parent}"/>`}</post>`,
  )
  .join('\n')}
</disqus>
`;

export interface IssoRow {
  id: number;
  parent?: number;
  mode?: number;
  text?: string;
  author?: string | null;
}

/** A database of Isso, with the tables it makes itself. */
export function makeIsso(file: string, uri: string, rows: readonly IssoRow[]): void {
  const database = new DatabaseSync(file);
  database.exec(`CREATE TABLE preferences (key VARCHAR PRIMARY KEY, value VARCHAR);
    CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR(256) UNIQUE, title VARCHAR(256));
    CREATE TABLE comments (tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER,
      created FLOAT NOT NULL, modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR NOT NULL,
      author VARCHAR, email VARCHAR, website VARCHAR, likes INTEGER DEFAULT 0, dislikes INTEGER DEFAULT 0,
      voters BLOB NOT NULL, notification INTEGER DEFAULT 0);`);
  database.prepare('insert into threads values (1, ?, ?)').run(uri, 'Bericht');
  const insert = database.prepare(
    `insert into comments (tid, id, parent, created, mode, remote_addr, text, author, email, voters)
     values (1, ?, ?, ?, ?, '203.0.113.0', ?, ?, 'ana@voorbeeld.nl', x'00')`,
  );
  for (const { id, parent = null, mode = 1, text = `Reactie *${id}*`, author = 'Ana' } of rows)
    insert.run(id, parent, 1_500_000_000.25 + id, mode, text, author);
  database.close();
}
