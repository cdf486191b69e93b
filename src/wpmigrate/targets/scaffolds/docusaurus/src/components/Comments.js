import React from "react";
import useDocusaurusContext from "@docusaurus/useDocusaurusContext";

function Replies({ list }) {
  return (
    <ol>
      {list.map((comment) => (
        <li className="comment" id={`comment-${comment.id}`} key={comment.id}>
          <p className="meta">
            {comment.url ? (
              <a className="author" rel="nofollow ugc" href={comment.url}>
                {comment.author}
              </a>
            ) : (
              <span className="author">{comment.author}</span>
            )}{" "}
            {comment.date && <time dateTime={comment.date}>{comment.date.slice(0, 10)}</time>}
          </p>
          <div dangerouslySetInnerHTML={{ __html: comment.content }} />
          {comment.replies.length > 0 && <Replies list={comment.replies} />}
        </li>
      ))}
    </ol>
  );
}

/** The comments of an item, which the config puts into its front matter. */
export default function Comments({ list }) {
  const { siteConfig } = useDocusaurusContext();
  if (!list) return null;
  return (
    <section className="comments">
      <h2>{siteConfig.customFields.commentsTitle}</h2>
      <Replies list={list} />
    </section>
  );
}
