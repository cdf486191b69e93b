import React, { useMemo } from "react";
import MDXPage from "@theme-original/MDXPage";
import Comments from "../../components/Comments";

/** A page, with its comments below its words. */
export default function MDXPageWithComments({ content: Content, ...props }) {
  const WithComments = useMemo(() => {
    const both = (given) => (
      <>
        <Content {...given} />
        <Comments list={Content.metadata.frontMatter.comments} />
      </>
    );
    return Object.assign(both, Content);
  }, [Content]);
  return <MDXPage {...props} content={WithComments} />;
}
